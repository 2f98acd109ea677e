# The clients: the list, and a client's plain page.
clients = Clients
clients-count = { $count ->
    [0] aucun client
    [one] 1 client
   *[other] { $count } clients
}
clients-found = { $count ->
    [0] aucun trouvé
    [one] 1 trouvé
   *[other] { $count } trouvés
}
clients-filter = Filtrer par nom
clients-list = Liste des clients
clients-name = Client
clients-last = Dernier contact
clients-next = Prochain
clients-never = jamais
clients-no-next = rien de prévu
clients-new = Nouveau client
clients-new-name = Nom du client
clients-create = Créer
clients-empty = Pas encore de client
clients-empty-why = Un client naît avec son premier rendez-vous, ou ici.
clients-none = Aucun client de ce nom
clients-none-why = Créez-le, ou cherchez un autre nom.
clients-create-name = Créer « { $name } »

client-name = Nom
client-plan = Planifier avec { $name }
client-coming = À venir
client-past = Passé
client-coming-none = Rien de prévu : ce chemin attend son prochain pas.
client-past-none = Aucun contact encore.
client-notes = Notes
client-notes-hint = Ce qu’il est bon de savoir d’eux
client-menu = Autres actions
client-trash = Mettre à la corbeille
client-trashed = Ce client est dans la corbeille.
client-restore = Restaurer
client-waits = à placer
client-all = Tous les clients
client-today = aujourd’hui
