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
