# A client's page: how they are reached, what they are filed under, their people and places.
client-call = Appeler
client-call-whom = Appeler { $whom }
client-call-other = Appeler quelqu’un d’autre
client-write = Écrire
client-write-whom = Écrire à { $whom }
client-write-other = Écrire à quelqu’un d’autre
client-join = Rejoindre
client-join-what = Rejoindre « { $title } », { $when }
client-tier = Rang
client-tier-a = Rang A
client-tier-b = Rang B
client-tier-c = Rang C
client-tier-none = Sans rang
client-market = Marché
client-tags = Étiquettes
client-tags-hint = Étiquette
client-tags-remove = Retirer « { $tag } »
client-add-contact = Ajouter un contact
client-add-file = Ajouter un fichier…
client-archive-this = Archiver ce client
client-trash-this = Mettre ce client à la corbeille
client-archive = Archiver
client-unarchive = Sortir des archives
client-archived = Ce client est archivé : gardé, trouvé, et hors du chemin.
client-unmerge = Séparer de « { $name } » ({ $when })
client-path-more = { $count ->
    [one] Voir 1 de plus
   *[other] Voir les { $count } autres
}
client-siren = SIREN
client-siren-hint = 9 chiffres
client-siret = SIRET
client-siret-hint = 14 chiffres
client-website = Site
client-website-hint = exemple.fr
client-picker-none = Aucun client de ce nom.

market-of = Marché « { $name } »
market-menu = Autres actions pour le marché { $name }
market-remove = Retirer ce marché de tous ses clients
market-nothing = Écrivez le premier marché.
market-state = Situation du marché
market-state-open = Ouvert
market-state-restricted = Restreint
market-state-closed = Fermé
market-since = depuis le
market-from = à partir du
market-since-say = Dire depuis quand
market-since-remove = Ne plus dire depuis quand
market-changes = Ce que cela change pour eux
market-changes-hint = Ce que cela change : vente à emporter permise…
market-cause = Pourquoi
market-cause-hint = Pourquoi : un arrêté, une pénurie…
market-shared = Vaut pour tous les clients de ce marché, et se propose comme raison.

company = Société
company-edit = Modifier la société
company-none = SIREN, site, standard : rien encore.

contacts = { $count ->
    [0] Contacts
    [one] 1 contact
   *[other] { $count } contacts
}
contacts-none = Personne encore : ajoutez qui vous connaissez là-bas.
contacts-filter = Filtrer par nom ou fonction
contacts-more = { $count ->
    [one] Voir 1 de plus
   *[other] Voir les { $count } autres
}
contact-add = Ajouter
contact-add-name = Nom du contact
contact-create = Créer
contact-edit = Modifier { $name }
contact-edit-short = Modifier
contact-menu = Autres actions pour { $name }
contact-done = Terminé
contact-more = Plus de champs
contact-archive = Archiver
contact-unarchive = Sortir des archives
contact-archived = archivé
contact-trash = Mettre à la corbeille
contact-photo = Choisir une photo…
contact-photo-none = Retirer la photo
contact-name = Nom affiché
contact-prefix = Civilité
contact-given = Prénom
contact-family = Nom de famille
contact-additional = Autres prénoms
contact-suffix = Suffixe
contact-nickname = Surnom
contact-role = Fonction
contact-department = Service
contact-client = Client
contact-client-hint = Chercher un client
contact-client-why = En choisir un autre y déplace ce contact.
contact-phone = Numéro
contact-phone-hint = 02 38 00 00 00
contact-phones = Téléphones
contact-phones-add = Numéro
contact-email = E-mail
contact-email-hint = nom@exemple.fr
contact-emails = E-mails
contact-emails-add = Adresse
contact-addresses = Adresses postales
contact-addresses-add = Adresse
contact-links = Pages web
contact-links-add = Page
contact-birthday = Anniversaire
contact-birthday-hint = JJ/MM/AAAA
contact-birthday-wrong = Une date s’écrit JJ/MM/AAAA : 14/07/1980.
contact-sources = Venu de { $names }
contact-met = Qui l’a rencontré, et comment
contact-met-add = Rencontre
contact-met-by = Qui
contact-met-me = moi
contact-met-how = Comment
contact-met-on = Le
contact-met-inPerson = En personne
contact-met-video = Visio
contact-met-phone = Téléphone
contact-met-other = Autrement
contact-met-never = jamais rencontré
contact-met-times = { $count ->
    [one] le { $day }
   *[other] { $count } fois, { $day }
}
contact-met-times-only = { $count } fois
custom = Champs à soi
custom-add = Champ
custom-name = Nom du champ
custom-value = Valeur
line-remove = Retirer { $what }
reach-kind = Pour
reach-work = bureau
reach-mobile = mobile
reach-home = domicile
reach-fax = fax
reach-other = autre
reach-phone = téléphone

address-street = Numéro et rue
address-postcode = Code postal
address-city = Ville
address-region = Région
address-country = Pays

places = Lieux
places-none = Aucun lieu encore.
place-add = Ajouter
place-first = Siège
place-next = Site
place-unnamed = Lieu sans nom
place-name = Nom
place-name-hint = Siège, atelier, boutique
place-address = Adresse
place-notes = Bon à savoir
place-notes-hint = Code, parking, qui demander

links = Liens
links-none = Aucun lien avec un autre client.
link-add = Lier
link-kind = Lien
link-to = Autre client
link-remove = Retirer le lien avec { $name }
link-subsidiaryOf = Filiale de
link-suppliedBy = Fourni par
link-introducedBy = Présenté par
link-related = Lié à
link-subsidiaryOf-inward = A pour filiale
link-suppliedBy-inward = Fournit
link-introducedBy-inward = A présenté
link-related-inward = Lié à

files = Fichiers
files-add = Ajouter
files-none = Déposez un fichier sur cette page, ou choisissez-le.
files-none-contact = Aucun fichier.
files-open = Ouvrir { $name }
files-remove = Retirer { $name }

notes-write = Écrire
notes-read = Lire
notes-markdown = **gras**, *italique*, - liste, # titre

origins = Origine
origins-created = Créé le { $day }
origins-updated = Modifié le { $day }
origins-merged = « { $name } » réuni avec { $into }, { $when }
origins-merged-quietly = « { $name } », identique à { $into }, réuni à l’import, { $when }
origins-unmerge = Séparer
origins-unmerge-what = Séparer { $name } de { $into }
origins-history = Ce qui a changé
origins-history-all = Voir les { $count } lignes
needs = Besoins
need-add = Un besoin de plus
need-add-hint = Dans leurs mots, puis Entrée
need-words = Le besoin, dans leurs mots
need-voiced = dit { $day }
need-answer = Ce qui y répond
need-answer-hint = Ce qui y répond, dès qu’on le sait
promises = Promesses
promise-owner = Qui doit
owed-us = Nous
owed-them = Eux
promise-add = Une promesse de plus
promise-add-us = Ce que nous devons, et pour quand (01/12/2026)
promise-add-them = Ce qu’ils doivent, et pour quand (01/12/2026)
promise-words = Ce qui est promis
promise-kept = Tenue : { $words }
