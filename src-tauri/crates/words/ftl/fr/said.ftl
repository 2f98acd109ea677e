# What a toast says once it is on disk.
said-moved = Déplacé à { $when }
said-resized = Durée : { $length }, { $when }
said-copied = Copié à { $when }
said-untrayed = Placé { $when }
said-trayed = Remis à placer
said-planned = Planifié { $when }
said-planned-tray = Ajouté à placer
said-edited = Enregistré
said-trashed = Mis à la corbeille : « { $title } »
said-restored = Restauré : « { $title } »
said-client-created = Client créé : { $name }
said-client-edited = Enregistré
said-client-trashed = Mis à la corbeille : { $name }
said-client-restored = Restauré : { $name }
said-settings = Réglages enregistrés
said-welcomed = Bienvenue
said-examples = Une semaine d’exemple est en place
said-examples-removed = Les exemples sont partis
said-undone = Annulé : { $what }
said-redone = Rétabli : { $what }
said-imported = { $count ->
    [0] Rien de nouveau dans ce fichier
    [one] 1 rendez-vous apporté
   *[other] { $count } rendez-vous apportés
}
title-none = Sans titre
