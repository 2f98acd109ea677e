# The command line: help, and what the verbs say.
cli-sentier = Sentier : une raison pour chaque contact, un chemin pour chaque client, de l’air dans chaque journée.
cli-sentier-examples =
    Sans verbe, ouvre la fenêtre. Avec des fichiers, l’ouvre sur leur aperçu :
      sentier agenda.ics
    Les verbes travaillent sans fenêtre, sur les mêmes données :
      sentier import agenda.ics --dry-run
      sentier import contacts.csv dossier/ --report rapport.csv
      sentier list touchpoints --from 2026-11-23 --to 2026-11-27 --json
      sentier export --format ics sauvegarde.ics
      sentier export --format archive carnet.sentier.zip
      sentier import carnet.sentier.zip --dry-run
      sentier backup /media/cle/
      sentier restore carnet.sentier.zip --dry-run
      sentier check
      sentier repair
    Codes de sortie : 0 fait, 1 échec, 2 mauvais usage, 3 Sentier est déjà ouvert.
cli-import = Apporte des fichiers (.ics, .vcf, .csv), des dossiers ou une archive (.sentier.zip). Le même fichier deux fois ne change rien.
cli-export = Écrit dans un fichier l’agenda (ics), les contacts (vcf tels que venus, vcf3, vcf4, csv), le carnet entier (archive) ou tout sur une personne (person).
cli-list = Liste les rendez-vous, les clients, les départs, l’historique (history), ou l’air de chaque jour (days).
cli-undo = Annule la dernière étape, ou celle de ce numéro (de list history) si rien de plus récent n’en dépend ; sinon dit quoi (sortie 1).
cli-undo-examples = sentier undo 1482
cli-arg-step = Numéro de l’étape, comme list history le montre
cli-undo-nothing = Rien à annuler
cli-undo-depends = Ceci en dépend :
cli-undone = défait
cli-judge = Dit ce que la journée répond à un rendez-vous : libre, juste ou refusé (sortie 1), pourquoi, et où il respirerait.
cli-judge-examples = sentier judge 2026-11-26T13:00:00 --minutes 45 --kind phone
cli-search = Cherche des clients, des contacts, des rendez-vous et des fichiers.
cli-backup = Sauvegarde le carnet entier dans un fichier (.sentier.zip), ou sous un nom daté dans un dossier ; la sauvegarde est relue avant de compter.
cli-restore = Remet le carnet comme il était dans une sauvegarde, en un geste qui s’annule ; une copie du carnet présent est gardée d’abord.
cli-check = Vérifie tout le carnet ; sortie 1 et une liste s’il n’est pas entier.
cli-lock = Le verrou du carnet : chiffre tout ce qui est écrit dans le dossier des données, sous une phrase de passe. Sentier doit être fermé.
cli-lock-examples =
    sentier lock on
    sentier lock change
    sentier lock code
    sentier lock off
    D’un carnet verrouillé, chaque verbe demande la phrase de passe : sur le terminal, dans un fichier (--passphrase-file) ou dans SENTIER_PASSPHRASE ; une nouvelle, dans --new-passphrase-file ou SENTIER_NEW_PASSPHRASE.
cli-on = Met un verrou, et montre une fois le code de secours
cli-off = Enlève le verrou : tout redevient lisible
cli-change = Change la phrase de passe, sans réécrire le carnet
cli-code = Donne un autre code de secours ; l’ancien n’ouvre plus
cli-recover = Change la phrase de passe à l’aide du code de secours
cli-status = Dit s’il y a un verrou
cli-arg-passphrase-file = Fichier dont la première ligne est la phrase de passe
cli-arg-new-passphrase-file = Fichier dont la première ligne est la nouvelle phrase de passe
cli-arg-code-file = Fichier qui contient le code de secours
cli-ask-passphrase = Phrase de passe :{" "}
cli-ask-new = Nouvelle phrase de passe :{" "}
cli-ask-again = Encore une fois :{" "}
cli-ask-code = Code de secours :{" "}
cli-lock-on =
    Le carnet est verrouillé. Notez ce code de secours et gardez-le ailleurs ; il n’est montré que cette fois, et sans lui une phrase de passe oubliée ferme le carnet pour toujours :
    { $code }
cli-lock-off = Le carnet n’a plus de verrou
cli-lock-changed = La phrase de passe est changée
cli-lock-code =
    Voici le nouveau code de secours ; l’ancien n’ouvre plus :
    { $code }
cli-lock-is = Ce carnet est verrouillé
cli-lock-none = Ce carnet n’a pas de verrou
cli-arg-data-dir = Dossier des données (par défaut, celui de l’application)
cli-arg-now = Arrête l’horloge à cet instant, par exemple 2026-11-24T09:12:00+01:00
cli-arg-lang = Langue (par défaut, celle des réglages, puis du système)
cli-arg-json = Répond en JSON
cli-arg-files = Fichiers à apporter
cli-arg-hidden = Ouvre la fenêtre cachée dans la zone de notification, s’il y en a une
cli-arg-dry-run = Montre ce qui serait fait, sans rien écrire
cli-arg-report = Écrit dans ce fichier CSV ce que devient chaque ligne
cli-arg-replace = D’une archive : remplace aussi les fiches qui diffèrent
cli-arg-missing = Ne ramène que ce qui manque ; ce qui est là ne change pas
cli-arg-copy = La sauvegarde, un fichier .sentier.zip
cli-arg-format = Format du fichier écrit
cli-arg-out = Fichier à écrire
cli-arg-what = Ce qu’il faut lister
cli-arg-at = Heure du mur, 2026-11-26T13:00:00
cli-arg-minutes = Durée, en minutes
cli-arg-kind = Comment on se voit
cli-arg-confidential = Personne d’autre ne doit l’entendre
cli-arg-words = Ce qu’il faut trouver : tous les mots, ou leur début
cli-arg-from = Premier jour, AAAA-MM-JJ (par défaut, le lundi de cette semaine)
cli-arg-to = Dernier jour, compris (par défaut, deux semaines)
cli-previewed = { $name } : { $new } à apporter, { $same } déjà là, { $differs } différents, { $near } ressemblants, { $invalid } illisibles
cli-exported = { $count } rendez-vous écrits dans { $name }
cli-exported-people = { $count ->
    [one] 1 contact écrit dans { $name }
   *[other] { $count } contacts écrits dans { $name }
}
cli-archive-exported = Carnet entier écrit dans { $name } : { $records ->
    [one] { $records } fiche
   *[other] { $records } fiches
}, { $files ->
    [one] { $files } fichier joint
   *[other] { $files } fichiers joints
}
cli-archive-missing = { $count ->
    [one] 1 fichier joint manquait déjà dans le carnet : { $names }
   *[other] { $count } fichiers joints manquaient déjà dans le carnet : { $names }
}
cli-archive-files = { $count ->
    [one] 1 fichier joint, { $size } Mo
   *[other] { $count } fichiers joints, { $size } Mo
}
cli-restore-of = { $name }, du { $when } : { $records ->
    [one] { $records } fiche
   *[other] { $records } fiches
}
cli-restore-noun = { $noun } : { $back } à ramener, { $changes } à changer, { $goes } à retirer
cli-restore-same = Le carnet est déjà tel que cette sauvegarde.
cli-whole = Tout est entier : { $records } fiches vérifiées
cli-not-whole = { $faults ->
    [one] 1 défaut trouvé sur { $records } fiches
   *[other] { $faults } défauts trouvés sur { $records } fiches
}
cli-no-folder = Le dossier des données n’a pas été trouvé ; donnez-le avec --data-dir
cli-no-window = La fenêtre n’a pas pu s’ouvrir : { $detail }
cli-no-display = Il n’y a pas d’écran où ouvrir une fenêtre
cli-no-display-hint = Ouvrez Sentier depuis le bureau ; les verbes (sentier --help) n’ont pas besoin d’écran.
cli-hidden-verb = --hidden n’a de sens que pour ouvrir la fenêtre : enlevez-le
dialog-import = Apporter des fichiers
dialog-import-folder = Apporter un dossier
dialog-files = Agendas, contacts et tableaux
dialog-cards = Cartes de contact
dialog-tables = Tableaux
dialog-report = Enregistrer le rapport
dialog-report-name = rapport-import.csv
dialog-export-people = Enregistrer les contacts
dialog-people-name = contacts
dialog-book = Choisir le dossier du carnet
dialog-attach = Joindre des fichiers
dialog-export = Enregistrer l’agenda
dialog-calendars = Agendas
dialog-backup = Sauvegarder le carnet entier
dialog-backup-sealed = Sauvegarder le carnet entier : ce fichier ne sera pas chiffré
dialog-backup-folder = Dossier des sauvegardes
dialog-restore = Choisir une sauvegarde
dialog-archives = Archives de Sentier
opening-quarantined = L’état du carnet était abîmé : il a été reconstruit depuis son journal. L’ancien est gardé dans { $path }.
opening-damaged = { $count ->
    [one] Une écriture n’a pas pu être relue : plusieurs copies en sont abîmées. « sentier check » dit ce qui reste.
   *[other] { $count } écritures n’ont pas pu être relues : plusieurs copies en sont abîmées. « sentier check » dit ce qui reste.
}
import-line = ligne { $line } : { $why }
import-differs = Diffère : { $fields }
import-older = Le vôtre est plus récent
import-in-trash = Dans la corbeille
import-twice = Figure deux fois
import-unknown-zone = Fuseau inconnu ({ $zone }) : heure gardée telle quelle
import-end-before-start = Finit avant de commencer : sans durée
import-this-and-future = Ne change ici que cette occurrence
import-exclusion-rule = Une règle d’exclusion ancienne n’est pas suivie
import-period-dates = Des dates ont leur propre durée, non suivie
import-bad-date = Une date illisible est ignorée
import-shortened = Un texte est raccourci à l’écran ; le fichier le garde entier
import-no-uid = Sans identifiant : le sien est fait de son contenu
import-many-people = Les premiers participants seulement
import-unfinished = sa fin manque
import-too-deep = emboîté trop profond
import-line-too-long = une ligne dépasse un mégaoctet
import-no-start = ne dit pas quand il commence
import-bad-start = son début n’est pas une date
import-bad-occurrence = remplace une occurrence dont la date est illisible
import-year = son année sort du calendrier
import-too-many-dates = trop de dates
field-slot = date
field-title = titre
field-place = lieu
field-link = lien
field-notes = notes
field-state = état
field-recurrence = répétition
field-other = autre
field-participants = participants
field-transparency = disponibilité
field-kind = type
field-reason = raison
field-outcome = suite
field-client = client
field-name = nom
field-role = fonction
field-phones = téléphones
field-emails = adresses e-mail
field-addresses = adresses
field-links = pages web et liens
field-birthday = anniversaire
field-tags = étiquettes
field-photo = photo
field-custom = champs personnels
field-met = rencontres
field-attachments = fichiers
field-market = marché
field-tier = niveau
field-siren = SIREN
field-siret = SIRET
field-website = site
import-one-with = Ne dit rien de plus que « { $name } » : les deux ne font qu’un
import-differs-from = « { $name } » diffère : { $fields }
import-looks-like = Ressemble à « { $name } »
import-encoding = Un texte mal codé est gardé comme on a pu le lire
import-person-date = Une date illisible est ignorée
import-photo = Sa photo n’en est pas une, ou est trop grande : elle reste dans le fichier
import-too-many = Ce qui dépasse la mesure reste dans le fichier
import-company-number = Un SIREN ou SIRET faux reste dans le fichier
import-email = Une adresse e-mail impossible
import-cells = Pas autant de cases que d’en-têtes
import-nobody = ni nom, ni adresse, ni numéro
import-no-person = un groupe, un lieu ou une chose
import-too-wide = trop de cases
report-file = Fichier
report-row = Ligne
report-what = Quoi
report-name = Nom
report-became = Résultat
report-why = Pourquoi
report-touchpoint = rendez-vous
report-contact = contact
report-client = client
report-brought = apporté
report-updated = mis à jour
report-one-with = réuni à « { $name } »
report-nothing = déjà là
report-left-as-it-was = différent, laissé tel quel
report-left-out = laissé de côté
report-invalid = illisible
report-new = nouveau
report-same = déjà là
report-differs = différent
report-near = ressemblant
dialog-departure = Enregistrer le message à envoyer
