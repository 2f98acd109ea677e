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
said-stood = Noté
said-moved-along = Le calendrier est à l’heure d’ici
said-stayed = L’heure du calendrier ne change pas
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
said-client-archived = Archivé : { $name }
said-client-unarchived = De retour dans la liste : { $name }
said-contact-created = Contact créé : { $name }
said-contact-moved = { $name } est maintenant chez { $client }
said-contact-archived = Archivé : { $name }
said-contact-unarchived = De retour : { $name }
said-contact-trashed = Mis à la corbeille : { $name }
said-contact-restored = Restauré : { $name }
said-place-created = Lieu ajouté : { $name }
said-place-archived = Archivé : { $name }
said-place-unarchived = De retour : { $name }
said-place-trashed = Mis à la corbeille : { $name }
said-place-restored = Restauré : { $name }
said-attached = { $count ->
    [one] Fichier joint : { $name }
   *[other] { $count } fichiers joints
}
said-attached-already = Ces fichiers sont déjà là
said-detached = Fichier retiré : { $name }
said-view-saved = Vue enregistrée : { $name }
said-view-deleted = Vue retirée : { $name }
said-market-saved = Marché « { $name } » : { $state ->
    [closed] fermé
    [restricted] restreint
   *[open] ouvert
}
said-market-removed = { $count ->
    [0] Marché « { $name } » retiré
    [one] Marché « { $name } » retiré : 1 client n’en a plus
   *[other] Marché « { $name } » retiré : { $count } clients n’en ont plus
}
said-bulk-nothing = Rien à changer
said-bulk-tagged = { $count ->
    [one] 1 client étiqueté « { $what } »
   *[other] { $count } clients étiquetés « { $what } »
}
said-bulk-untagged = { $count ->
    [one] Étiquette « { $what } » retirée d’un client
   *[other] Étiquette « { $what } » retirée de { $count } clients
}
said-bulk-market = { $count ->
    [one] 1 client, marché : { $what }
   *[other] { $count } clients, marché : { $what }
}
said-bulk-tier = { $count ->
    [one] 1 client, rang : { $what }
   *[other] { $count } clients, rang : { $what }
}
said-bulk-archived = { $count ->
    [one] 1 client archivé
   *[other] { $count } clients archivés
}
said-bulk-unarchived = { $count ->
    [one] 1 client de retour dans la liste
   *[other] { $count } clients de retour dans la liste
}
said-bulk-trashed = { $count ->
    [one] 1 client mis à la corbeille
   *[other] { $count } clients mis à la corbeille
}
bulk-none = aucun
contact-nowhere = aucun client
size-bytes = { $whole } { $whole ->
    [0] octet
    [one] octet
   *[other] octets
}
size-kilobytes = { $whole } Ko
size-kilobytes-tenths = { $whole },{ $tenth } Ko
size-megabytes = { $whole } Mo
size-megabytes-tenths = { $whole },{ $tenth } Mo
title-none = Sans titre
said-archive-brought = { $count ->
    [0] Rien de nouveau dans cette archive
    [one] 1 fiche apportée
   *[other] { $count } fiches apportées
}
said-book-restored = { $count ->
    [0] Le carnet est déjà tel que { $when }
    [one] Restauré de { $when } : 1 fiche
   *[other] Restauré de { $when } : { $count } fiches
}
said-merged = « { $gone } » réuni à « { $kept } »
said-unmerged = Séparés : « { $kept } » et « { $gone } »
said-apart = Noté : « { $name } » et « { $other } » ne font pas qu’un
said-imported-all = Apporté : { $parts }
imported-touchpoints = { $count } rendez-vous
imported-contacts = { $count ->
    [one] 1 contact
   *[other] { $count } contacts
}
imported-clients = { $count ->
    [one] 1 client
   *[other] { $count } clients
}
imported-updated = { $count ->
    [one] 1 fiche mise à jour
   *[other] { $count } fiches mises à jour
}
imported-merged = { $count ->
    [one] 1 doublon réuni
   *[other] { $count } doublons réunis
}
said-path-edited = Chemin enregistré
said-need = Besoin noté
said-promise = Promesse notée
said-promise-kept = Promesse tenue
said-closed-held = Noté : tenu
said-closed-missed = Noté : manqué
said-closed-cancelled = Noté : annulé
said-closed-again = Noté : à venir
said-air-laid = { $minutes } min d’air posées { $when }
said-air-used = Changé
said-hung = Posé { $when }
said-concluded = { $work ->
    [0] Conclusion posée { $when }
    [one] Conclusion posée { $when }, 1 travail avant
   *[other] Conclusion posée { $when }, { $work } travaux avant
}
said-taken-back = { $over ->
    [none] Annulé : { $what }
   *[other] Annulé : { $what }. Chevauche maintenant « { $over } ».
}
said-done-again = { $over ->
    [none] Rétabli : { $what }
   *[other] Rétabli : { $what }. Chevauche maintenant « { $over } ».
}
said-client-trashed-with = Mis à la corbeille : { $name }, avec { $what }
said-restored-with-client = Restauré : { $title }, avec son client { $client }
said-gone-for-good = Supprimé définitivement : { $what }. Les copies du carnet suivent le { $day }
