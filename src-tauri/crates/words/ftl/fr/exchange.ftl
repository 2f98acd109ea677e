# Calendars in and out.
exchange-import = Apporter un agenda…
exchange-export = Exporter l’agenda…
exchange-exported = Agenda écrit dans { $name }
exchange-title = { $count ->
    [one] Apporter « { $name } »
   *[other] Apporter { $count } fichiers
}
exchange-reading = Lecture…
exchange-reading-done = { $done } sur { $total }
exchange-new = Nouveaux
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
exchange-run = { $count ->
    [one] Apporter 1 rendez-vous
   *[other] Apporter { $count } rendez-vous
}
exchange-nothing = Rien à apporter
exchange-nothing-why = Tout ce que contient ce fichier est déjà là.
exchange-none = Rien ici
exchange-cancel = Annuler
exchange-stop = Arrêter
exchange-stopped = Arrêté : rien n’a été apporté.
exchange-running = Import en cours
exchange-file-problem = { $name } : { $problem }
