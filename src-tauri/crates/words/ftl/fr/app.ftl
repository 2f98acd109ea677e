# The window around every view: where to go, what can be done, what was done.
app-name = Sentier
app-nav = Aller à
app-week = Semaine
app-clients = Clients
app-trash = Corbeille
app-history = Historique
app-settings = Réglages
app-local = Tout est sur cet ordinateur
app-local-why = Ni compte ni réseau : vos données ne quittent pas ce disque.
app-menu = Menu de Sentier
app-skip = Aller au contenu
app-close = Fermer
app-dismiss = Fermer ce message
app-undo = Annuler
app-undo-what = Annuler : { $what }
app-redo = Rétablir
app-redo-what = Rétablir : { $what }
app-nothing-to-undo = Rien à annuler.
app-nothing-to-redo = Rien à rétablir.
app-plan = Planifier
app-plan-next = Prévoir la suite…
app-plan-long = Planifier un rendez-vous
app-today = Aujourd’hui
app-previous = { $view ->
    [day] Jour précédent
    [month] Mois précédent
   *[other] Semaine précédente
}
app-next = { $view ->
    [day] Jour suivant
    [month] Mois suivant
   *[other] Semaine suivante
}
app-view = Vue du calendrier
app-view-day = Jour
app-view-workWeek = Ouvrée
app-view-week = Semaine
app-view-month = Mois
app-view-agenda = Agenda
app-week-number = semaine { $week }
app-weeks-number = semaines { $from } – { $until }
app-from = À partir du { $day }
app-tray-show = Montrer la colonne À placer
app-tray-hide = Cacher la colonne À placer
app-drop = Déposez agendas, cartes ou tableaux
app-drop-why = Un aperçu s’ouvre ; rien n’est écrit avant votre accord.
app-drop-client = Tout autre fichier restera avec ce client.
app-examples = Ce sont des exemples.
app-examples-remove = Les retirer
app-failed = Cela n’a pas pu être fait.
app-retry = Réessayer
app-closed = Sentier n’a pas pu ouvrir votre carnet
app-closed-calm = Rien n’a été changé ni effacé.
app-choose-book = Choisir un autre dossier…
app-show-folder = Montrer le dossier
app-quit = Quitter
app-reopen = Rouvrir
app-clock-right = La date est juste
app-notice = À savoir
app-search = Chercher ou agir…

go-calendar = Aller au calendrier
go-clients = Aller aux clients
go-trash = Ouvrir la corbeille
go-history = Ouvrir l’historique
go-settings = Ouvrir les réglages
show-today = Aller à aujourd’hui
show-day = Voir le jour
show-workWeek = Voir la semaine ouvrée
show-week = Voir la semaine
show-month = Voir le mois
show-agenda = Voir l’agenda

palette = Chercher ou agir
palette-hint = Un client, une date, une action…
palette-actions = Actions
palette-dates = Dates
palette-nothing = Rien ne correspond.
palette-nothing-why = Essayez « jeudi », « 26/11 », un nom de client ou un verbe.
palette-go = Aller au { $day }

shortcuts = Raccourcis clavier
shortcuts-go = Aller
shortcuts-calendar = Calendrier
shortcuts-do = Faire
shortcuts-hand = Déplacer au clavier
shortcuts-take = Prendre le rendez-vous sous le focus
shortcuts-shift = Déplacer de 15 min ou d’un jour
shortcuts-resize = Changer la fin ou le début
shortcuts-drop = Poser
shortcuts-give-up = Revenir sans rien changer
shortcuts-list = Dans la liste des clients
shortcuts-open = Ouvrir la fiche
shortcuts-select = Sélectionner, ou non
shortcuts-range = Étendre la sélection
shortcuts-select-all = Tout sélectionner
shortcuts-unselect = Ne plus rien sélectionner
shortcuts-trash = Mettre à la corbeille
shortcuts-pointer = À la souris
shortcuts-drag = glisser
shortcuts-copy = Copier en glissant
shortcuts-fine = Viser à 5 min en glissant
key-shift = Maj
key-space = Espace
key-enter = Entrée
key-escape = Échap
key-delete = Suppr

trash-empty = La corbeille est vide
trash-empty-why = Ce que vous supprimez attend ici et se restaure d’un geste.
trash-restore = Restaurer
trash-restore-long = Restaurer « { $title } »
trash-about = Ce qui est supprimé reste ici 30 jours, avec tout ce qui s’y rattache, puis part pour de bon.
trash-copies = À partir du { $day }, ce qui est parti d’ici quitte aussi les copies du carnet, au premier démarrage. Ce qui a été fait avant ne pourra alors plus être annulé.
trash-left = { $days ->
    [0] part au prochain démarrage
    [one] encore 1 jour
   *[other] encore { $days } jours
}
trash-with = avec { $what }
trash-empty-all = Vider la corbeille…
trash-erase = Supprimer définitivement…
trash-erase-long = Supprimer définitivement « { $title } »…
trash-erase-ask = Supprimer « { $title } » définitivement ?
trash-erase-why = C’est pour de bon : rien ne peut le faire revenir.
trash-erase-copies = À partir du { $day }, les copies du carnet suivent, au premier démarrage. Ce qui a été fait avant ne pourra alors plus être annulé.
trash-erase-along = Part aussi : { $what }.
trash-keep = Garder
trash-erase-yes = Supprimer définitivement
trash-empty-ask = Vider la corbeille ?
trash-empty-count = { $count ->
    [one] 1 ligne part pour de bon, avec tout ce qui s’y rattache : rien ne peut la faire revenir.
   *[other] { $count } lignes partent pour de bon, avec tout ce qui s’y rattache : rien ne peut les faire revenir.
}
trash-empty-yes = Vider la corbeille
trash-touchpoint = rendez-vous
trash-client = client
trash-contact = contact
trash-place = lieu

history-empty = Rien encore
history-empty-why = Chaque geste s’inscrit ici, et se défait.
history-undone = défait
history-more = Voir la suite
history-find = Chercher dans l’historique
history-client = Client
history-everybody = Tous les clients
history-none-found = Rien de tel dans l’historique
history-none-found-why = Essayez d’autres mots, ou un autre client.
history-today = Aujourd’hui
history-yesterday = Hier
history-times = { $count } fois
history-back = Annuler ceci
history-back-long = Annuler ceci : { $what }
history-again = Rétablir
history-again-long = Rétablir : { $what }
history-old = trop ancien pour être défait
history-by-commandLine = en ligne de commande
history-by-import = par un import
history-by-examples = exemples
history-by-house = par Sentier
history-depends = { $count ->
    [0] Ce qui est là a changé depuis : il ne peut pas être remis tel quel.
    [one] Une chose faite depuis en dépend :
   *[other] { $count } choses faites depuis en dépendent :
}
history-again-not = Ce qui est là a changé depuis : cela ne peut pas être rétabli tel quel.
history-depends-more = et { $count } autres
history-depends-never = Cela ne se défait pas, donc ceci non plus.
history-together = { $count ->
    [one] Annuler les deux
   *[other] Annuler les { $all }
}
history-leave = Laisser
history-about = Chaque geste, le plus récent d’abord. Ctrl+Z les défait un à un, même après un redémarrage.
