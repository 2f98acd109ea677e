# Where a path leads, its clocks and steps, and what it is made of.
path-discovery-1 = Découvrir ce qui les occupe vraiment
path-discovery-2 = Montrer sur leur propre cas ce qui change
path-discovery-3 = Préparer la proposition avec ce qui a été dit
path-discovery-4 = Lever le dernier doute et conclure
path-discovery-5 = Voir l’atelier et ceux qui s’en serviront
path-care-1 = Voir les lieux et rencontrer l’équipe
path-care-2 = Vérifier que ce qui a été livré sert
path-care-3 = Apporter une idée née chez un confrère
path-renewal-1 = Faire le bilan avec leurs chiffres
path-renewal-2 = Préparer ce qui change pour la suite
path-renewal-3 = Conclure le renouvellement
path-return-1 = Écouter ce qui a manqué
path-return-2 = Constater sur place ce qui a changé
path-return-3 = Proposer une reprise à l’essai
path-advice-phone = Deux essais sans réponse : un appel vaudrait peut-être mieux.
path-advice-video = Deux appels sans réponse : proposez plutôt une visio.
path-advice-in-person = Deux essais sans réponse : une visite dirait plus.
path-advice-silence = Rien n’a répondu : laissez-leur du silence.
material-promise = Ce que nous avions promis : { $text }
material-need = Leur besoin encore ouvert : { $text }
material-market = Marché « { $name } » { $state ->
    [closed] fermé
    [restricted] restreint
   *[open] rouvert
}
material-market-since = { $text } depuis le { $day }
material-market-from = { $text } à partir du { $day }
material-market-detail = { $text } : { $detail }
material-last = Suite de la dernière fois : { $text }
material-workshop = Personne n’a encore vu leur atelier au travail
material-premises = Personne n’a encore vu leurs locaux
material-unmet = Rencontrer { $text }, que personne ne connaît encore
path-aim = Où mène le chemin
path-aim-open = But à dire
path-aim-conclude = Conclure
path-aim-keep = Garder le lien vivant
path-aim-renew = Renouveler
path-aim-winBack = Reconquérir
path-clocks = Le rythme du chemin
path-state-never = Jamais
path-state-onTrack = À jour
path-state-soon = Bientôt
path-state-overdue = Trop long
path-since = { $days ->
    [0] aujourd’hui
    [one] il y a 1 jour
   *[other] il y a { $days } jours
}
