# Reminders: notifications, what was missed, the tray of the desktop, and their settings.
reminder-phone = Appel
reminder-video = Visio
reminder-visit = Visite
reminder-bring = J’apporte : { $answer }
reminder-astonish = J’étonne : { $answer }
reminder-clarify = J’éclaire : { $answer }
reminder-urgent = En urgence, sans autre raison
reminder-without-reason = La raison reste à trouver
reminder-many = { $count } rendez-vous approchent
reminder-more = { $count ->
    [one] et un autre
   *[other] et { $count } autres
}
reminder-open-window = Ouvrir Sentier
reminder-quit = Quitter
reminder-nothing-next = Rien de prévu cette semaine
reminders = Rappels
reminder-open = Ouvrir
reminder-join = Rejoindre
reminder-later = Plus tard
reminder-later-long = Remettre à plus tard : { $title }
reminder-dismiss = C’est noté : { $title }
reminder-put-off = Rappel remis à { $when }
reminder-delay-tenMinutes = Dans dix minutes
reminder-delay-hour = Dans une heure
reminder-delay-nextVideo = Avant la prochaine visio
reminder-delay-morning = Le prochain matin travaillé
reminder-menu = Plus d’actions : { $title }
reminder-held = Il a été tenu
reminder-not-held = Il a été manqué
reminder-seen = C’est vu
reminders-missed = { $count ->
    [one] Un rendez-vous est passé sans rappel
   *[other] { $count } rendez-vous sont passés sans rappel
}
reminders-seen = Tout est vu
reminders-more = Voir les { $count } autres
reminding-why = En dehors des heures de travail et les jours non travaillés, rien ne sonne ; ce qui n’a pu être dit attend d’être vu.
reminding-on = Rappeler les rendez-vous, avec leur raison
reminding-phone = Téléphone
reminding-video = Visio
reminding-inPerson = En personne
reminding-other = Autre
reminding-never = Pas de rappel
reminding-start = Au début
reminding-minutes = { $count } min avant
reminding-hours = { $count } h avant
reminding-day = Un jour avant
reminding-tray = Garder Sentier dans la zone de notification quand la fenêtre se ferme
reminding-tray-why = Les rappels continuent ; « Quitter » est dans son menu.
reminding-no-tray = Ce bureau n’a pas de zone de notification : fermer la fenêtre quitte Sentier.
reminding-session = Démarrer avec la session, sans ouvrir la fenêtre
