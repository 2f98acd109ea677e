# A touchpoint: its draft, its sheet and its fields.
touchpoint-new = Nouveau rendez-vous
touchpoint-sheet = Rendez-vous
touchpoint-kind = Comment
touchpoint-kind-phone = Téléphone
touchpoint-kind-video = Visio
touchpoint-kind-inPerson = En personne
touchpoint-kind-other = Agenda
touchpoint-state = Où il en est
touchpoint-state-planned = Prévu
touchpoint-state-held = A eu lieu
touchpoint-state-missed = Manqué
touchpoint-state-cancelled = Annulé
touchpoint-title = Titre
touchpoint-title-hint = Titre, ou rien : le nom du client suffira
touchpoint-client = Client
touchpoint-client-hint = Chercher ou créer un client
touchpoint-client-create = Créer « { $name } »
touchpoint-client-clear = Retirer le client
touchpoint-client-open = Ouvrir la page de { $name }
touchpoint-reason = La raison
touchpoint-reason-bring = J’apporte
touchpoint-reason-bring-hint = ce que je leur donne
touchpoint-reason-astonish = J’étonne
touchpoint-reason-astonish-hint = ce qu’ils n’attendent pas
touchpoint-reason-clarify = J’éclaire
touchpoint-reason-clarify-hint = le besoin que j’aide à préciser
touchpoint-when = Quand
touchpoint-when-timed = À une heure
touchpoint-when-allDay = Journée entière
touchpoint-when-tray = À placer
touchpoint-day = Jour
touchpoint-start = Début
touchpoint-length = Durée
touchpoint-days = { $count ->
    [one] 1 jour
   *[other] { $count } jours
}
touchpoint-all-day = Toute la journée
touchpoint-all-days = Du { $from } au { $until }
touchpoint-waits = À placer · { $length }
touchpoint-from-to = { $from } – { $until }
touchpoint-there = { $hours } là-bas ({ $zone })
touchpoint-calendar = Ouvrir le calendrier
touchpoint-place = Lieu
touchpoint-place-hint = Une adresse, une salle…
touchpoint-link = Lien visio
touchpoint-link-hint = https://…
touchpoint-link-make = Créer un lien vidéo
touchpoint-link-copy = Copier le lien
touchpoint-link-copied = Lien copié
touchpoint-join-on = { $service ->
    [jitsi] Rejoindre sur Jitsi
    [teams] Rejoindre sur Teams
    [meet] Rejoindre sur Meet
    [zoom] Rejoindre sur Zoom
    [webex] Rejoindre sur Webex
   *[other] Rejoindre
}
touchpoint-people = Participants
touchpoint-people-hint = Nom ou adresse, puis Entrée
touchpoint-people-remove = Retirer { $name }
touchpoint-people-organizer = organise
touchpoint-attendance-waiting = pas de réponse
touchpoint-attendance-accepted = vient
touchpoint-attendance-declined = ne vient pas
touchpoint-attendance-tentative = peut-être
touchpoint-notes = Notes
touchpoint-notes-hint = Avant, pendant…
touchpoint-outcome = Ce qui en est sorti
touchpoint-outcome-hint = Ce qui a été dit, la suite
touchpoint-more = Lieu, lien, participants, notes
touchpoint-plan = Planifier
touchpoint-plan-tray = Ajouter à placer
touchpoint-give-up = Abandonner
touchpoint-given-up = Brouillon abandonné.
touchpoint-resume = Reprendre
touchpoint-refused = Ce créneau est refusé
touchpoint-tight = Serré
touchpoint-free = Libre
touchpoint-nearest = Libre tout près
touchpoint-move = Déplacer…
touchpoint-trash = Mettre à la corbeille
touchpoint-restore = Restaurer
touchpoint-trashed = Ce rendez-vous est dans la corbeille.
touchpoint-menu = Autres actions
touchpoint-repeats = Se répète { $rule }
touchpoint-scope = Modifier
touchpoint-scope-this = Cette fois
touchpoint-scope-following = Les suivantes
touchpoint-scope-all = Toutes
touchpoint-source = Vient de { $name }
touchpoint-saving = Enregistrement…
touchpoint-saved = Enregistré
touchpoint-unsaved = Pas enregistré
touchpoint-example = Exemple
touchpoint-urgent = C’est urgent
touchpoint-material = De quoi faire une raison
touchpoint-lead = Rappel
touchpoint-lead-ofKind = Comme pour les autres
touchpoint-confidential = Confidentiel : personne d’autre ne doit entendre

# What surrounds a meeting.
around-title = Ce qui l’entoure
around-preparation = Préparer…
around-travel = Trajet…
