# Backups: what is kept, what goes elsewhere, the way back, and the drill.
backup = Sauvegarde
backup-why = Sentier garde de lui-même des copies du carnet sur cet ordinateur. Une sauvegarde ailleurs survit à sa perte.
backup-clear = Une sauvegarde se lit sans Sentier, et sans mot de passe : gardez-la en lieu sûr.
backup-sealed = Votre carnet est chiffré, une sauvegarde ne l’est pas : qui a le fichier peut le lire.
backup-here = Sur cet ordinateur
backup-here-none = Pas encore de copie : la première se fait d’elle-même.
backup-here-last = Dernière copie { $when }, { $count ->
    [one] seule gardée
   *[other] { $count } gardées
}
backup-elsewhere = Ailleurs
backup-elsewhere-none = Aucune sauvegarde hors de cet ordinateur.
backup-elsewhere-last = { $when }, dans { $path }
backup-elsewhere-gone = { $when }, dans { $path }, qui n’est pas là en ce moment
backup-save = Sauvegarder…
backup-restore = Restaurer…
backup-saved = Carnet sauvegardé et relu : { $name }
backup-saved-missing = { $count ->
    [one] Carnet sauvegardé dans { $name }, mais 1 fichier joint manquait déjà
   *[other] Carnet sauvegardé dans { $name }, mais { $count } fichiers joints manquaient déjà
}
backup-frame = Copie du { $when }
backup-frame-none = Pas encore de copie
backup-frame-why = Voir les sauvegardes
backup-notice = Sauvegarde
backup-notice-see = Voir
backup-every = Automatique
backup-every-never = Jamais
backup-every-day = Chaque jour
backup-every-week = Chaque semaine
backup-folder = Dossier
backup-folder-choose = Choisir un dossier…
backup-folder-other = Changer…
backup-folder-why = Une clé USB, un disque ou un dossier synchronisé. Rien n’est écrit ailleurs.
backup-away = Ce dossier n’est pas là depuis { $since }. La sauvegarde l’attend, et se fera à son retour.
backup-keep = Sauvegardes gardées
backup-keep-why = Les plus anciennes que Sentier y a écrites s’effacent ; les vôtres restent.
backup-now = Sauvegarder maintenant
backup-writing = Écriture de la sauvegarde…
backup-reading-back = Relecture : { $percent } %
backup-stop = Arrêter
backup-verify = Vérification
backup-verify-why = Une sauvegarde ne vaut que si elle se restaure.
backup-drill = Vérifier ma sauvegarde
backup-drill-file = Vérifier un fichier…
backup-drill-never = Aucune sauvegarde n’a encore été vérifiée.
backup-drilling = Restauration d’essai : { $percent } %
backup-check = Vérifier mes données
backup-checking = Vérification des données…
backup-checked = { $records ->
    [one] Tout est entier : { $records } fiche vérifiée.
   *[other] Tout est entier : { $records } fiches vérifiées.
}
backup-flaws = { $count ->
    [one] 1 défaut trouvé :
   *[other] { $count } défauts trouvés :
}
backup-flaws-what = Rien n’a été changé. Réparer garde d’abord une copie de ce qu’il touche.
backup-mend = Réparer
backup-mending = Réparation…
backup-mend-kept = Ce qui a été touché est gardé dans { $path }.
restore-title = Restaurer
restore-from = Depuis quelle copie ?
restore-file = Un fichier de sauvegarde…
restore-none = Pas encore de copie sur cet ordinateur.
restore-line = { $touchpoints ->
    [one] { $touchpoints } rendez-vous
   *[other] { $touchpoints } rendez-vous
}, { $clients ->
    [one] { $clients } client
   *[other] { $clients } clients
}
restore-looking = Comparaison avec le carnet : { $percent } %
restore-running = Restauration : { $percent } %
restore-of-file = « { $name } », du { $when }
restore-of-snapshot = Copie du { $when }
restore-extent = Ce qui est restauré
restore-extent-whole = Tout comme alors
restore-extent-missing = Seulement ce qui manque
restore-extent-whole-why = Le carnet redevient ce qu’il était.
restore-extent-missing-why = Ce qui est là aujourd’hui ne change pas.
restore-same = Le carnet est déjà tel que cette copie.
restore-nothing-missing = Rien de cette copie ne manque au carnet.
restore-back = { $count ->
    [one] 1 revient
   *[other] { $count } reviennent
}
restore-changes = { $count ->
    [one] 1 change
   *[other] { $count } changent
}
restore-goes = { $count ->
    [one] 1 part
   *[other] { $count } partent
}
restore-more = et { $count ->
    [one] 1 autre
   *[other] { $count } autres
}
restore-missing = { $count ->
    [one] 1 fichier joint manque à cette copie.
   *[other] { $count } fichiers joints manquent à cette copie.
}
restore-unreadable = { $count ->
    [one] 1 fiche de cette copie est illisible : ce que vous en avez reste.
   *[other] { $count } fiches de cette copie sont illisibles : ce que vous en avez reste.
}
restore-erased = { $count ->
    [one] Cette copie contient une personne effacée depuis ({ $days }). Elle ne revient pas, et ce qui la nomme revient sans son nom.
   *[other] Cette copie contient { $count } personnes effacées depuis ({ $days }). Elles ne reviennent pas, et ce qui les nomme revient sans leur nom.
}
restore-safe = Une copie du carnet d’aujourd’hui est gardée d’abord, et un seul Annuler revient en arrière.
restore-back-to = Choisir une autre copie
restore-cancel = Annuler
restore-run = Restaurer
restore-noun-touchpoint = Rendez-vous
restore-noun-client = Clients
restore-noun-contact = Contacts
restore-noun-place = Lieux
restore-noun-source = Fichiers apportés
restore-noun-settings = Réglages
restore-noun-merge = Réunions de fiches
restore-noun-apart = Fiches dites différentes
restore-noun-view = Vues
restore-noun-mapping = Colonnes de tableaux
restore-noun-reminders = Rappels
restore-noun-market = Marchés
restore-noun-departure = Départs
restore-noun-erasure = Effacements
backup-notice-snapshot = Aucune copie du carnet ne se fait depuis { $since } : { $why }.
backup-notice-failed = La sauvegarde dans « { $folder } » échoue depuis { $since } : { $why }.
backup-notice-away = Pas de sauvegarde depuis { $days } jours : « { $folder } » n’est pas là.
backup-notice-away-hint = Branchez la clé ou le disque, ou choisissez un autre dossier dans Réglages, Sauvegarde.
drill-whole = Vérifiée { $when } : la sauvegarde du { $made } se restaure entière, { $records ->
    [one] { $records } fiche
   *[other] { $records } fiches
} et { $files ->
    [one] { $files } fichier joint
   *[other] { $files } fichiers joints
}.
drill-whole-same = Vérifiée { $when } : la sauvegarde du { $made } se restaure entière, { $records ->
    [one] { $records } fiche
   *[other] { $records } fiches
} et { $files ->
    [one] { $files } fichier joint
   *[other] { $files } fichiers joints
}, tels que dans le carnet.
drill-whole-since = Vérifiée { $when } : la sauvegarde du { $made } se restaure entière, { $records ->
    [one] { $records } fiche
   *[other] { $records } fiches
} et { $files ->
    [one] { $files } fichier joint
   *[other] { $files } fichiers joints
}. Dans le carnet, { $since ->
    [one] 1 fiche a changé depuis.
   *[other] { $since } fiches ont changé depuis.
}
drill-wrong = Vérifiée { $when } : la sauvegarde ne se restaure pas entière. Faites-en une nouvelle.
drill-erased = { $count ->
    [one] Une personne effacée depuis en reste absente.
   *[other] { $count } personnes effacées depuis en restent absentes.
}
drill-content = Son contenu n’est pas celui qu’elle annonce.
drill-counts = { $count ->
    [one] Une sorte de fiches n’a pas le nombre annoncé.
   *[other] { $count } sortes de fiches n’ont pas le nombre annoncé.
}
drill-flaws = { $count ->
    [one] Le carnet restauré a 1 défaut.
   *[other] Le carnet restauré a { $count } défauts.
}
drill-files = { $count ->
    [one] 1 fichier joint manque ou est abîmé.
   *[other] { $count } fichiers joints manquent ou sont abîmés.
}
drill-apart = { $count ->
    [one] 1 fiche diffère du carnet sans que personne n’y ait touché depuis.
   *[other] { $count } fiches diffèrent du carnet sans que personne n’y ait touché depuis.
}
