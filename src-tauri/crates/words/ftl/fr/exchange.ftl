# Calendars, cards and tables in and out.
exchange-import = Apporter des fichiers…
exchange-import-folder = Apporter un dossier…
exchange-export = Exporter l’agenda…
exchange-export-cards = Exporter les contacts (vCard 4)…
exchange-export-cards-old = Exporter les contacts (vCard 3)…
exchange-export-table = Exporter les contacts (tableau CSV)…
exchange-exported-people = Contacts écrits dans { $name }
exchange-exported = Agenda écrit dans { $name }
exchange-title = { $count ->
    [one] Apporter « { $name } »
   *[other] Apporter { $count } fichiers
}
exchange-reading = Lecture…
exchange-reading-done = { $done } sur { $total }
exchange-reading-kilobytes = { $done } Ko lus sur { $total }
exchange-new = Nouveaux
exchange-near = Ressemblants
exchange-same = Déjà là
exchange-differs = Différents
exchange-invalid = Illisibles
exchange-filter = Montrer
exchange-all = Tous
exchange-tab = { $label }, { $count }
exchange-rows = Contenu du fichier
exchange-take = Prendre « { $title } »
exchange-replace = Remplacer ceux qui diffèrent
exchange-replace-why = Sans cela, ce qui est ici reste tel quel.
exchange-run = { $kind ->
    [meetings] Apporter { $count } rendez-vous
    [people] { $count ->
        [one] Apporter 1 contact
       *[other] Apporter { $count } contacts
    }
   *[both] { $count ->
        [one] Apporter 1 élément
       *[other] Apporter { $count } éléments
    }
}
exchange-nothing = Rien à apporter
exchange-nothing-why = Tout ce que contient ce fichier est déjà là.
exchange-none = Rien ici
exchange-cancel = Annuler
exchange-stop = Arrêter
exchange-stopped = Arrêté : rien n’a été apporté.
exchange-running = Import en cours
exchange-file-problem = { $name } : { $problem }
exchange-look = Que regarder
exchange-rows-tab = Contenu
exchange-columns = Colonnes
exchange-closer = Regarder « { $title } » de plus près
exchange-closer-short = De plus près
exchange-here = Ici
exchange-there = Dans le fichier
exchange-all-here = Tout garder d’ici
exchange-all-there = Tout prendre du fichier
exchange-into = Qui est « { $title } »
exchange-into-later = À voir plus tard
exchange-into-known = C’est { $name }
exchange-into-apart = Quelqu’un d’autre
exchange-report = Enregistrer le rapport
exchange-report-last = Enregistrer le rapport du dernier import
exchange-report-saved = Rapport écrit dans { $name }
exchange-sheet-read = Lu en { $encoding }, colonnes séparées par { $between }.
exchange-sheet-remembered = Vos choix pour ce tableau ont été retenus.
exchange-between-comma = des virgules
exchange-between-semicolon = des points-virgules
exchange-between-tab = des tabulations
exchange-between-bar = des barres
exchange-between-other = un autre signe
exchange-column-unnamed = Sans titre
exchange-column-empty = vide dans les premières lignes
exchange-column-means = Colonne { $number }, { $head }
column-for = { $what } ({ $kind })
column-leave = Laisser de côté
column-name = Nom complet
column-given = Prénom
column-family = Nom de famille
column-additional = Autres prénoms
column-prefix = Civilité
column-suffix = Suffixe
column-nickname = Surnom
column-company = Société
column-role = Fonction
column-department = Service
column-phone = Téléphone
column-email = E-mail
column-street = Rue
column-postcode = Code postal
column-city = Ville
column-region = Région
column-country = Pays
column-link = Page web
column-birthday = Anniversaire
column-notes = Notes
column-tags = Étiquettes
column-market = Marché
column-tier = Rang
column-siren = SIREN
column-siret = SIRET
column-consents = Consentements
column-objection = Opposition
column-uid = Identifiant d’origine
column-custom = Champ à soi
