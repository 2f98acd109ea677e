# What was done, as the history tells it. A variable that is not known is “none”.
did-nothing = rien
did-took-back =
    { $steps ->
        [1] Annulé : { $what }
       *[other] Annulé, avec ce qui en dépendait ({ $steps } étapes) : { $what }
    }
did-did-again = Rétabli : { $what }
did-moved =
    { $from ->
        [none] Déplacé « { $title } »
       *[other] Déplacé « { $title } » de { $from } à { $to }
    }
did-resized =
    { $was ->
        [none] Changé la durée de « { $title } »
       *[other] Changé la durée de « { $title } » de { $was } à { $is }
    }
did-copied =
    { $to ->
        [none] Copié « { $title } »
       *[other] Copié « { $title } » à { $to }
    }
did-trayed =
    { $from ->
        [none] Retiré « { $title } » du calendrier
       *[other] Retiré « { $title } » du calendrier, prévu { $from }
    }
did-untrayed =
    { $to ->
        [none] Placé « { $title } »
       *[other] Placé « { $title } » { $to }
    }
did-planned =
    { $at ->
        [none] Planifié « { $title } »
       *[other] Planifié « { $title } » { $at }
    }
did-edited = Modifié « { $title } »{ $fields ->
        [none] {""}
       *[other] {"\u00A0"}: { $fields }
    }{ $was ->
        [none] {""}
       *[other] , de « { $was } » à « { $is } »
    }
did-trashed =
    { $at ->
        [none] Mis à la corbeille « { $title } »
       *[other] Mis à la corbeille « { $title } », prévu { $at }
    }
did-restored = Sorti de la corbeille « { $title } »
did-closed =
    { $what ->
        [held] Clos « { $title } » : tenu
        [missed] Clos « { $title } » : manqué
        [cancelled] Clos « { $title } » : annulé
        [planned] Rouvert « { $title } »
       *[other] Dit ce qu’a donné « { $title } »
    }
did-concluded =
    { $at ->
        [none] Posé la conclusion de « { $title } »
       *[other] Posé la conclusion de « { $title } » { $at }
    }
did-hung = Ajouté « { $title } »
did-air-laid = Posé de l’air
did-air-used = Changé du temps libéré
did-client-created = Créé le client { $title }
did-client-edited = Modifié le client { $title }{ $fields ->
        [none] {""}
       *[other] {"\u00A0"}: { $fields }
    }{ $was ->
        [none] {""}
       *[other] , de « { $was } » à « { $is } »
    }
did-client-trashed =
    { $what ->
        [none] Mis à la corbeille le client { $title }
       *[other] Mis à la corbeille le client { $title }, avec { $what }
    }
did-client-restored = Sorti de la corbeille le client { $title } et ce qui y était allé avec lui
did-client-archived = Archivé le client { $title }
did-client-unarchived = Désarchivé le client { $title }
did-path-edited = Changé le chemin de { $title }
did-need-written = Noté un besoin de { $title }
did-promise-written = Noté une promesse avec { $title }
did-contact-created =
    { $client ->
        [none] Créé le contact { $title }
       *[other] Créé le contact { $title } ({ $client })
    }
did-contact-edited = Modifié le contact { $title }{ $fields ->
        [none] {""}
       *[other] {"\u00A0"}: { $fields }
    }{ $was ->
        [none] {""}
       *[other] , de « { $was } » à « { $is } »
    }
did-contact-moved = Passé { $title } chez { $client }
did-contact-archived = Archivé le contact { $title }
did-contact-unarchived = Désarchivé le contact { $title }
did-contact-trashed = Mis à la corbeille le contact { $title }
did-contact-restored = Sorti de la corbeille le contact { $title }
did-photo-set = Donné une photo à { $title }
did-photo-removed = Retiré la photo de { $title }
did-place-created = Ajouté le lieu { $title } ({ $client })
did-place-edited = Modifié le lieu { $title } ({ $client })
did-place-archived = Archivé le lieu { $title } ({ $client })
did-place-unarchived = Désarchivé le lieu { $title } ({ $client })
did-place-trashed = Mis à la corbeille le lieu { $title } ({ $client })
did-place-restored = Sorti de la corbeille le lieu { $title } ({ $client })
did-attached = Joint { $what } à { $title }
did-detached = Retiré { $what } de { $title }
did-view-saved = Enregistré la vue { $title }
did-view-deleted = Retiré la vue { $title }
did-view-left = Quitté la liste
did-market-saved = Modifié le marché « { $title } »{ $fields ->
        [none] {""}
       *[other] {"\u00A0"}: { $fields }
    }
did-market-removed = Retiré le marché « { $title } »
did-bulk-tagged = Étiqueté { $count } clients « { $what } »
did-bulk-untagged = Retiré l’étiquette « { $what } » de { $count } clients
did-bulk-market = Changé le marché de { $count } clients : { $what }
did-bulk-tier = Changé le rang de { $count } clients : { $what }
did-bulk-archived = Archivé { $count } clients
did-bulk-unarchived = Désarchivé { $count } clients
did-bulk-trashed = Mis à la corbeille { $count } clients et ce qui est à eux
did-settings = Changé les réglages{ $fields ->
        [none] {""}
       *[other] {"\u00A0"}: { $fields }
    }{ $was ->
        [none] {""}
       *[other] , de « { $was } » à « { $is } »
    }
did-stood = Dit où l’on est
did-moved-along = Suivi l’heure d’ici
did-stayed = Gardé l’heure de chez soi
did-welcomed = Commencé
did-examples = Mis les exemples
did-examples-removed = Retiré les exemples
did-imported = Apporté { $count } rendez-vous de { $title }
did-imported-people = Apporté { $count } fiches de { $title }
did-archive-brought = Apporté l’archive « { $title } » (fiches : { $count })
did-mapped = Dit ce que veulent dire les colonnes d’un tableau
did-merged = Réuni « { $gone } » à « { $title } »
did-unmerged = Séparé « { $gone } » de « { $title } »
did-apart = Dit que « { $title } » et « { $other } » ne font pas qu’un
did-departure-prepared = Préparé l’invitation à « { $title } »
did-departure-withdrawn = Retiré un départ pour « { $title } »
did-departure-informed = Informé pour « { $title } »
did-reminded = Rappelé
did-undo = Annulé
did-redo = Rétabli
did-gone-for-good = Supprimé définitivement : { $what }
did-trash-emptied = Vidé la corbeille : { $what }
did-trash-swept = Parti de la corbeille après 30 jours : { $what }
# Words of a record’s own, as a person says them.
value-held = tenu
value-missed = manqué
value-cancelled = annulé
value-planned = prévu
value-phone = téléphone
value-video = visio
value-in-person = en personne
value-other = autre
value-open = ouvert
value-restricted = restreint
value-closed = fermé
value-fr = français
value-en = anglais
value-light = clair
value-dark = sombre
value-system = comme le système
value-a = A
value-b = B
value-c = C
value-none = rien
# Fields the command line does not name.
field-given = prénom
field-family = nom de famille
field-department = service
field-address = adresse
field-aim = but
field-course = étapes du chemin
field-rhythm = rythme
field-look-again = date pour y revenir
field-needs = besoins
field-promises = promesses
field-confidential = confidentialité
field-lead = rappel
field-archived-at = archivage
field-trashed-at = corbeille
field-language = langue
field-theme = thème
field-home = fuseau horaire
field-hours = heures de travail
field-air = règles d’air
field-region = jours fériés
field-leave = congés
field-spots = lieux de travail
field-reminding = rappels
field-me = adresse d’expédition
field-since = depuis
field-cause = cause
field-changes = ce que cela change
count-clients =
    { $count ->
        [one] { $count } client
       *[other] { $count } clients
    }
count-contacts =
    { $count ->
        [one] { $count } contact
       *[other] { $count } contacts
    }
count-places =
    { $count ->
        [one] { $count } lieu
       *[other] { $count } lieux
    }
count-touchpoints = { $count } rendez-vous
did-objected = Opposition notée : { $title }
did-objection-lifted = Opposition levée : { $title }
did-client-objected = Opposition du client notée : { $title }
did-client-objection-lifted = Opposition du client levée : { $title }
did-stays =
    { $count ->
        [one] 1 personne gardée jusqu’au { $day }
       *[other] { $count } personnes gardées jusqu’au { $day }
    }
did-erased = Une personne effacée
did-forgotten = Copies du carnet refaites sans ce qui a été effacé
did-book-restored = Carnet restauré : { $when }
did-book-restored-missing = Ramené ce qui manquait : { $when }
