# What a check finds in the book, and what a repair does about it.
check-state = L’état du carnet ne se lit pas jusqu’au bout ({ $why }).
check-record = Une fiche ne se relit pas comme elle a été écrite ({ $why }).
check-missing = { $count ->
    [one] Une fiche manque dans un classement.
   *[other] Il manque { $count } entrées dans les classements.
}
check-stray = { $count ->
    [one] Une entrée d’un classement ne mène nulle part.
   *[other] { $count } entrées des classements ne mènent nulle part.
}
check-sum = Des fiches manquent ou ont été changées hors de Sentier.
check-journal = { $count ->
    [one] Une écriture du journal ne se relit plus, et aucun instantané ne l’a.
   *[other] { $count } écritures du journal ne se relisent plus, et aucun instantané ne les a.
}
check-snapshot = L’instantané { $number } n’est pas entier.
check-attic = Le fichier « { $name } » n’est plus là, ou n’est plus entier : apportez-le ou joignez-le à nouveau.
repair-rebuilt = L’état et ses classements ont été reconstruits depuis les instantanés et le journal.
repair-brought-back = { $count ->
    [one] Une fiche qui manquait est revenue d’une copie plus ancienne.
   *[other] { $count } fiches qui manquaient sont revenues de copies plus anciennes.
}
repair-rebased = Un nouvel instantané a tout le carnet, et le journal repart de lui.
repair-snapshots = { $count ->
    [one] L’instantané abîmé a été mis de côté, et un nouveau a été fait.
   *[other] Les { $count } instantanés abîmés ont été mis de côté, et un nouveau a été fait.
}
repair-kept = Ce qui a été touché est gardé dans { $path }
repair-lost = { $noun ->
    [client] Un client
    [contact] Un contact
    [touchpoint] Un rendez-vous
    [place] Un lieu
    [market] Un marché
    [settings] Les réglages
   *[other] Une fiche interne
} ({ $key }) : aucune copie ne l’a plus.
repair-older = { $noun ->
    [client] Un client
    [contact] Un contact
    [touchpoint] Un rendez-vous
    [place] Un lieu
    [market] Un marché
    [settings] Les réglages
   *[other] Une fiche interne
} ({ $key }) : revenu tel qu’une copie plus ancienne l’a.
cli-repair = Répare ce qui peut l’être, après une copie de ce qui est touché ; sortie 1 s’il reste un défaut.
cli-repair-nothing = Tout est entier : il n’y a rien à réparer.
cli-repair-whole = Le carnet est entier.
cli-repair-left = Ce qui reste :
