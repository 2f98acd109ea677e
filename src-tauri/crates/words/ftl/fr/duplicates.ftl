# Pairs that may be one.
duplicates = Doublons possibles
duplicates-about = Rien n’est réuni sans vous, et tout ce qui l’est peut être séparé, même longtemps après.
duplicates-go = Regarder les doublons possibles
duplicates-notice = { $count ->
    [one] 1 paire se ressemble.
   *[other] { $count } paires se ressemblent.
}
duplicates-look = Regarder
duplicates-at = { $at } sur { $total }
duplicates-pair = { $a } et { $b }
duplicates-next = Paire suivante
duplicates-previous = Paire précédente
duplicates-merge = Fusionner
duplicates-apart = Ce n’est pas la même
duplicates-apart-contact = Ce n’est pas la même personne
duplicates-apart-client = Ce n’est pas la même société
duplicates-both = Garder les deux
duplicates-why-uid = même identité
duplicates-why-email = même e-mail
duplicates-why-phone = même numéro
duplicates-why-name = même nom
duplicates-none = Aucun doublon à regarder
duplicates-none-why = Deux fiches qui se ressemblent apparaîtront ici, côte à côte.
