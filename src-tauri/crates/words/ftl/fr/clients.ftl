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
clients-never = jamais
clients-no-next = rien de prévu
clients-wants-reason = Cherche sa raison
clients-clock-days = { $count } j
clients-clock-months = { $count } mois
clients-clock-years = { $count } { $count ->
    [one] an
   *[other] ans
}
clients-new = Nouveau client
clients-new-name = Nom du client
clients-create = Créer
clients-empty = Pas encore de client
clients-empty-why = Un client naît avec son premier rendez-vous, ou ici.
clients-none = Aucun client de ce nom
clients-none-why = Créez-le, ou cherchez un autre nom.
clients-create-name = Créer « { $name } »
clients-reading = en cours de lecture
clients-put-aside = archivé
clients-more-contacts = + { $count }
clients-column-name = Client
clients-column-contacts = Contacts
clients-column-city = Ville
clients-column-last = Dernier contact
clients-column-next = Prochaine étape
clients-column-clocks = Horloges
clients-column-phone = Téléphone
clients-column-email = E-mail
clients-column-market = Marché
clients-column-tier = Rang
clients-column-tags = Étiquettes
clients-column-updated = Modifié
clients-columns = Colonnes
clients-column-earlier = Avancer « { $column } »
clients-column-later = Reculer « { $column } »
clients-tier-a = A
clients-tier-b = B
clients-tier-c = C
clients-tier-none = Sans rang
clients-tier = Rang { $tier }
clients-by-tag = Étiquettes
clients-by-market = Marché
clients-by-tier = Rang
clients-by-next = Ce qu’ils demandent
clients-by-archived = État
clients-with-next = Avec une prochaine étape
clients-without-next = Sans prochaine étape
clients-ask-seeInPerson = À voir en vrai
clients-ask-promise = Promesses dues
clients-ask-reason = Cherche sa raison
clients-archived = Archivés
clients-filters = Filtres
clients-filters-short = Filtrer
clients-filters-open = { $count ->
    [0] Filtrer
    [one] Filtrer, 1 filtre posé
   *[other] Filtrer, { $count } filtres posés
}
clients-filters-hint = Étiquette, marché, rang…
clients-filters-nothing = Rien de ce nom.
clients-filters-clear = Tout enlever
clients-filter-remove = Enlever le filtre « { $what } »
clients-none-so = Personne ne correspond
clients-none-so-why = Aucun client ne remplit toutes ces conditions à la fois.
clients-views = Vues de la liste
clients-view-all = Tous
clients-view-keep = Garder cette vue
clients-view-keep-as = Garder comme nouvelle vue
clients-view-update = Garder les changements
clients-view-changed = Changée depuis
clients-view-rename = Renommer la vue
clients-view-delete = Supprimer la vue
clients-view-menu = Actions de la vue « { $name } »
clients-view-name = Nom de la vue
clients-view-save = Garder
clients-select = Sélectionner { $name }
clients-select-all = Tout sélectionner
clients-selected = { $count ->
    [one] 1 sélectionné
   *[other] { $count } sélectionnés
}
clients-selected-do = Agir sur la sélection
clients-unselect = Ne plus rien sélectionner
clients-tag = Étiqueter
clients-tag-add = Ajouter
clients-tag-remove = Enlever
clients-tag-hint = Une étiquette
clients-tag-new = Nouvelle étiquette « { $name } »
clients-tag-nothing = Aucune étiquette de ce nom.
clients-tag-none-yet = Écrivez la première étiquette.
clients-market-hint = Un marché
clients-market-new = Nouveau marché « { $name } »
clients-market-none = Sans marché
clients-tier-hint = Un rang
clients-archive = Archiver
clients-unarchive = Sortir des archives
clients-trash = Corbeille

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
