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
departure-mail-attached = À joindre avant d’envoyer : { $file }
said-departure-prepared = Invitation prête dans Départs. Personne n’est prévenu.
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
