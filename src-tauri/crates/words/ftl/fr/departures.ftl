# Départs : ce qui partira, et seulement après un geste.
departure-file-request = invitation
departure-file-cancel = annulation
departure-phone = Appel
departure-video = Visio
departure-in-person = Rencontre
departure-other = Rendez-vous
departure-mail-subject = Invitation : { $title }, { $when }
departure-mail-cancel-subject = Annulé : { $title }, { $when }
departure-mail-opening =
    Bonjour,

    Je vous propose : { $title }, { $when }.
departure-mail-cancel-opening =
    Bonjour,

    Ce rendez-vous n’a plus lieu : { $title }, { $when }.
departure-mail-uninvite-subject = Invitation annulée : { $title }, { $when }
departure-mail-uninvite-opening =
    Bonjour,

    Votre présence n’est plus attendue : { $title }, { $when }.
departure-mail-attached = À joindre avant d’envoyer : { $file }
said-departure-prepared = Invitation prête dans Départs. Personne n’est prévenu.
said-departure-uninvite-prepared = Annulation prête dans Départs. Personne n’est prévenu.
said-departure-withdrawn = Retiré des départs
said-departure-informed = Enregistré : { $file }
history-departure-prepared = Préparer l’invitation à « { $title } »
history-departure-withdrawn = Retirer un départ pour « { $title } »
history-departure-informed = Informer pour « { $title } »
error-me = Dites d’abord votre nom et votre adresse
error-me-hint = Une invitation porte l’adresse de qui invite. Elle se règle dans Réglages.
error-not-ours = Quelqu’un d’autre invite à ce rendez-vous
error-not-ours-hint = Répondez-lui plutôt qu’à ses invités.
error-nobody-to-tell = Personne à prévenir : aucun participant n’a d’adresse
error-nobody-to-tell-hint = Ajoutez l’adresse d’un participant, puis recommencez.
error-nothing-to-tell = Ils savent déjà tout cela
error-no-invitation = Ce rendez-vous n’a pas d’heure, ou n’a plus lieu
error-no-invitation-hint = Placez-le d’abord dans le calendrier.
departures = Départs
departures-about = Ce qui partira, dans l’ordre. Rien ne quitte cet ordinateur sans un geste de vous.
departures-go = Ouvrir les départs
departures-empty = Rien n’attend
departures-empty-why = Personne n’est prévenu sans un geste de vous.
departures-waiting = En attente
departures-waiting-count = { $count ->
    [one] 1 départ en attente
   *[other] { $count } départs en attente
}
departures-informed = Prévenus
departures-request = Invitation
departures-again = Invitation, à nouveau
departures-cancel = Annulation
departures-uninvite = Annulation, invités retirés
departures-at = prévenus { $when }
departures-stale = À nouveau à dire
departures-change-time = nouvelle heure
departures-change-repeats = répétition changée
departures-change-place = nouveau lieu
departures-change-link = nouveau lien
departures-change-title = nouveau titre
departures-change-people = autres invités
departures-inform = Informer…
departures-inform-long = Informer pour « { $title } »
departures-withdraw = Retirer
departures-withdraw-long = Retirer le départ pour « { $title } »
departures-prepare-again = Préparer à nouveau
departures-open = Ouvrir « { $title } »
departures-next = Le message est enregistré ; un brouillon de courriel s’ouvre. Joignez-y le fichier.
departures-left-out = { $count ->
    [one] Une adresse ne tient pas dans le brouillon : ajoutez-la.
   *[other] { $count } adresses ne tiennent pas dans le brouillon : ajoutez-les.
}
departures-me = Qui invite
departures-me-why = Votre nom et votre adresse, tels que vos invités les liront. Ils restent sur cet ordinateur.
departures-me-name = Votre nom
departures-me-email = Votre adresse
departures-sheet = Invitation
departures-prepare = Préparer l’invitation
departures-sheet-nobody = Ajoutez l’adresse d’un participant pour l’inviter.
departures-sheet-request = L’invitation attend dans Départs. Personne n’est prévenu.
departures-sheet-cancel = L’annulation attend dans Départs. Personne n’est prévenu.
departures-sheet-uninvite = L’annulation pour les invités retirés attend dans Départs. Personne n’est prévenu.
departures-sheet-told-request = Invités { $when }
departures-sheet-told-cancel = Prévenus de l’annulation { $when }
departures-sheet-see = Voir les départs
