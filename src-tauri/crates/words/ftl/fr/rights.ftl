# Les droits de la personne : accord, opposition, revue, copie de ses données, effacement.
field-rights = accord et opposition
field-sights = ce qui a été vu
field-steps = étapes du chemin

channel-email = E-mail
channel-phone = Téléphone
channel-text = SMS
channel-post = Courrier
channel-other = Autre
agreed-given = D’accord
agreed-withdrawn = Retiré
agreed-unknown = Inconnu
basis-consent = Consentement
basis-contract = Contrat
basis-legitimateInterest = Intérêt légitime
basis-unsaid = Base non dite

consents = Accord pour un contact
consents-add = Ajouter un canal
consents-channel = Canal
consents-agreed = Ce qui a été dit
consents-on = Date
consents-on-hint = JJ/MM/AAAA
consents-basis = Base légale
consents-source = D’où cela vient
consents-source-hint = Formulaire, appel, fichier…
consents-remove = Retirer l’accord « { $what } »
consents-short = { $agreed ->
    [given] { $channel } : d’accord
    [withdrawn] { $channel } : retiré
   *[unknown] { $channel } : inconnu
}

objection-say = Ne veut plus de contact…
objection-lift = Lever l’opposition
objection-title = { $name } ne veut plus de contact
objection-why = Plus aucun rendez-vous ne peut être planifié avec cette personne, et rien ne la propose plus. Ce qui est déjà prévu reste, sans pouvoir être déplacé.
objection-why-client = Plus aucun rendez-vous ne peut être planifié chez ce client, et rien ne le propose plus. Ce qui est déjà prévu reste, sans pouvoir être déplacé.
objection-on = Dit le
objection-source = Comment cela a été dit
objection-source-hint = Par téléphone, par e-mail…
objection-note = Noter l’opposition
objection-since = Ne veut pas de contact depuis le { $day }
objection-since-source = Ne veut pas de contact depuis le { $day } ({ $source })
objection-client-since = Ce client ne veut pas de contact depuis le { $day }

person-export = Copie de ses données…
person-exported = Copie écrite dans { $name }
person-erase = Effacer cette personne…
erase-title = Effacer { $name }
erase-what = Sa fiche, { $cards ->
    [0] sans carte d’origine
    [one] sa carte dans le fichier d’origine
   *[other] ses { $cards } cartes dans les fichiers d’origine
}, { $files ->
    [0] sans photo ni fichier
    [one] 1 photo ou fichier
   *[other] { $files } photos et fichiers
}, sa place dans les invitations et l’historique : tout cela s’en va.
erase-touchpoints = { $count ->
    [0] Aucun point de contact ne porte son nom.
    [one] 1 point de contact reste, avec sa date, sans son nom.
   *[other] { $count } points de contact restent, avec leur date, sans son nom.
}
erase-coming = { $count ->
    [one] 1 rendez-vous à venir la compte parmi ses participants.
   *[other] { $count } rendez-vous à venir la comptent parmi leurs participants.
}
erase-mentions = Textes où son nom, son adresse ou son numéro figure
erase-mentions-why = Cochés, ils disent « { $word } » à la place. Un prénom seul ou un surnom n’est pas reconnu : relisez.
erase-mentions-none = Aucun texte libre ne la nomme.
erase-mention-in = { $field } de « { $title } »
erase-mention-in-untitled = { $field }
erase-copies = Les sauvegardes du carnet et l’annulation la contiennent encore jusqu’au { $day } au plus tard : au premier démarrage à partir de ce jour, Sentier refait ses copies sans elle. Tout ce qui fut fait avant ne pourra alors plus être annulé.
erase-soon = Ne pas attendre : au prochain démarrage
erase-outside = Restent hors d’atteinte : les sauvegardes et exports que vous avez écrits ailleurs (clé USB, dossier partagé), et les messages déjà partis. Ce carnet ne la ramènera pas en les restaurant ; un autre carnet le ferait.
erase-final = Jusque-là, Annuler la ramène. Ensuite, rien.
erase-do = Effacer
erase-cancel = Garder
erase-reading = Recherche de tout ce qui la nomme…
erased-nobody = une personne effacée
erased-list = Effacements
erased-line = { $when }, { $count ->
    [0] aucun point de contact
    [one] 1 point de contact sans nom
   *[other] { $count } points de contact sans nom
}
erased-line-due = copies refaites à partir du { $day }
erased-line-reached = copies refaites

review = À revoir
review-open = À revoir : 3 ans sans contact
review-why = Personne ici n’a donné signe de vie depuis trois ans (repère de la CNIL pour les prospects). Rien ne s’efface tout seul : vous décidez.
review-nobody = Personne à revoir
review-none = Tout le monde a donné signe de vie depuis moins de trois ans.
review-count = { $count ->
    [one] 1 personne
   *[other] { $count } personnes
}
review-last = Dernier signe : { $day }
review-never = Aucun signe, dans le carnet depuis le { $day }
review-kept = Gardé le { $day }
review-kept-why = Gardé le { $day } : { $why }
review-objects = Ne veut pas de contact
review-keep = Garder
review-keep-whom = Garder { $name }
review-keep-all = { $count ->
    [one] Garder la personne choisie
   *[other] Garder les { $count } choisies
}
review-until = Redemander le
review-keep-why = Pourquoi
review-keep-why-hint = Client toujours actif…
review-ask = Reprendre contact
review-ask-whom = Reprendre contact avec { $name }
review-erase = Effacer
review-erase-whom = Effacer { $name }
review-choose = Choisir { $name }
review-choose-all = Tout choisir
review-more = Voir la suite

dialog-person = Enregistrer la copie de ses données
dialog-person-name = donnees-personnelles
person-page-intro = Tout ce que Sentier garde au sujet de cette personne, au { $day }. Le fichier person.json dit la même chose pour un programme.
person-page-record = Fiche
person-page-rights = Accord et opposition
person-page-objection = Ne veut pas de contact
person-page-touchpoints = Points de contact
person-page-origins = Origine et fichiers joints
person-page-masked = Ce qui concerne d’autres personnes est remplacé par « … » là où le carnet les connaît. Les fichiers joints sont donnés tels quels.
person-kind-phone = téléphone
person-kind-video = visio
person-kind-inPerson = en personne
person-kind-other = autre
person-state-planned = prévu
person-state-held = tenu
person-state-missed = manqué
person-state-cancelled = annulé

history-objected = Noter l’opposition de { $title }
history-objection-lifted = Lever l’opposition de { $title }
history-client-objected = Noter l’opposition du client { $title }
history-client-objection-lifted = Lever l’opposition du client { $title }
history-stays = Garder { $count } personnes jusqu’au { $day }
history-erased = Effacer une personne
history-forgotten = Refaire les copies du carnet sans ce qui a été effacé
said-objected = { $name } ne sera plus proposé
said-objection-lifted = On peut de nouveau contacter { $name }
said-client-objected = { $name } ne sera plus proposé
said-client-objection-lifted = On peut de nouveau contacter { $name }
said-stays = { $count ->
    [one] 1 personne gardée jusqu’au { $day }
   *[other] { $count } personnes gardées jusqu’au { $day }
}
said-erased = { $count ->
    [0] Personne effacée. Les copies suivent le { $day }
    [one] Personne effacée, 1 point de contact reste sans nom. Les copies suivent le { $day }
   *[other] Personne effacée, { $count } points de contact restent sans nom. Les copies suivent le { $day }
}
error-objection-contact = { $name } ne veut pas de contact (dit le { $day })
error-objection-contact-hint = Retirez cette personne, ou levez son opposition sur sa fiche si elle a changé d’avis.
error-objection-client = { $name } ne veut pas de contact (dit le { $day })
error-objection-client-hint = Levez l’opposition sur la page du client s’il a changé d’avis.
error-objection-day = Une opposition ne peut pas dater de demain
error-objection-day-hint = Choisissez aujourd’hui ou un jour passé.
error-stays-day = Le jour où redemander est déjà passé
error-stays-day-hint = Choisissez un jour à venir.
error-person-nobody = Personne n’a l’adresse ou l’identifiant { $given }
error-person-nobody-hint = Vérifiez-le sur la fiche du contact.
error-person-many = { $count } contacts ont l’adresse { $given }
error-person-many-hint = Donnez l’identifiant de l’un d’eux (sentier search).
opening-forgot = Ce qui a été effacé a quitté les copies du carnet. L’annulation repart d’ici.
cli-exported-person = { $count ->
    [0] Copie de ses données écrite dans { $name }, sans point de contact
    [one] Copie de ses données écrite dans { $name }, avec 1 point de contact
   *[other] Copie de ses données écrite dans { $name }, avec { $count } points de contact
}
cli-arg-contact = La personne dont on veut la copie (avec --format person) : son identifiant ou son adresse e-mail.
