# The lock: the screen before a locked book, the passphrase and the code, and their settings.
locked = Le carnet est verrouillé
locked-title = Verrouillé
locked-why = Votre phrase de passe ouvre le carnet.
locked-open = Ouvrir
locked-trying = Un instant…
locked-wrong = Ce n’est pas la bonne phrase de passe.
locked-wrong-code = Ce code n’ouvre pas ce carnet.
locked-wait = { $seconds ->
    [one] Nouvel essai dans une seconde.
   *[other] Nouvel essai dans { $seconds } secondes.
}
locked-forgotten = J’ai un code de secours…
locked-recover = Code de secours
locked-recover-why = Il ouvre le carnet et demande une nouvelle phrase de passe.
locked-recover-do = Ouvrir avec ce code
locked-back = Revenir à la phrase de passe
locked-local = Personne d’autre ne peut l’ouvrir, nous non plus.
locked-tray = Le carnet est verrouillé
locked-due = Un rappel vous attend
locked-due-what = Déverrouillez Sentier pour le lire.

passphrase = Phrase de passe
passphrase-now = Phrase de passe actuelle
passphrase-new = Nouvelle phrase de passe
passphrase-again = Encore une fois
passphrase-show = Montrer ce qui est tapé
passphrase-hide = Cacher ce qui est tapé
passphrase-capitals = Les majuscules sont verrouillées.
passphrase-differs = Les deux ne sont pas pareilles.
passphrase-none = Quatre ou cinq mots au hasard : longs à deviner, faciles à retenir.
passphrase-short = Trop courte : huit signes au moins.
passphrase-weak = Faible : ajoutez un mot ou deux.
passphrase-fair = Correcte.
passphrase-strong = Solide.
passphrase-wait = { $seconds ->
    [one] Attendez encore une seconde.
   *[other] Attendez encore { $seconds } secondes.
}
passphrase-long = Cette phrase de passe est trop longue.

code = Code de secours
code-why = Si la phrase de passe est oubliée, ce code est le seul autre moyen d’ouvrir le carnet. Il n’est montré qu’une fois.
code-left = { $count ->
    [one] Encore un signe
   *[other] Encore { $count } signes
}
code-print = Imprimer…
code-save = Enregistrer…
code-saved = Code enregistré dans { $path }
code-kept = Je l’ai mis en lieu sûr, hors de cet ordinateur
code-done = Terminer
code-sheet = Sentier – code de secours
code-sheet-how = À la demande de la phrase de passe, choisir « J’ai un code de secours… » et taper ce code. Quiconque l’a peut ouvrir le carnet.
code-in-book = Ce dossier est celui du carnet : qui l’emporte aurait aussi le code
code-in-book-hint = Enregistrez-le ailleurs, sur une clé par exemple, ou imprimez-le.
code-no-printer = Rien n’a pu être imprimé
code-no-printer-hint = Enregistrez le code dans un fichier, ou recopiez-le.
dialog-code = Où enregistrer le code de secours ?
dialog-texts = Textes
dialog-code-name = sentier-code-de-secours.txt

security = Sécurité
security-why = Une phrase de passe chiffre tout le carnet sur ce disque.
security-open = Le carnet n’est pas chiffré
security-open-why = Qui a cet ordinateur, ou une copie de son disque, peut le lire.
security-sealed = Chiffré, verrouillé quand vous le demandez
security-sealed-idle = { $minutes ->
    [60] Chiffré, verrouillé après une heure sans geste
   *[other] Chiffré, verrouillé après { $minutes } min sans geste
}
security-seal = Protéger par une phrase de passe…
security-seal-title = Protéger le carnet
security-seal-why = Tout est chiffré sur ce disque : fiches, historique, copies et pièces jointes. La phrase de passe est demandée à l’ouverture.
security-seal-warn = Personne ne peut la retrouver. Un code de secours vous sera donné ensuite : gardez-le ailleurs.
security-seal-do = Chiffrer le carnet
security-sealing = Le carnet est en train d’être chiffré…
security-unsealing = Le carnet est en train d’être déchiffré…
security-sealing-why = Une coupure ne perd rien : cela reprend à la prochaine ouverture.
security-idle = Verrouiller sans geste de votre part après
security-minutes = { $minutes ->
    [60] 1 h
   *[other] { $minutes } min
}
security-never = Jamais
security-sleep = Verrouiller quand l’ordinateur se met en veille
security-sleep-why = Et quand sa session se verrouille.
security-keep = Garder déverrouillé pendant cette session
security-keep-why = Fermer puis rouvrir Sentier ne demande rien, jusqu’à la fin de la session de l’ordinateur ou un verrouillage.
security-keep-not = Cet ordinateur n’a pas de trousseau de session : la phrase de passe est demandée à chaque ouverture.
security-lock = Verrouiller maintenant
security-change = Changer la phrase de passe…
security-change-title = Changer la phrase de passe
security-change-why = Le code de secours reste le même.
security-change-do = Changer
security-change-done = La phrase de passe est changée.
security-code = Nouveau code de secours…
security-code-title = Nouveau code de secours
security-code-why = L’ancien n’ouvrira plus rien.
security-code-do = Donner un nouveau code
security-unseal = Ne plus chiffrer…
security-unseal-title = Ne plus chiffrer le carnet
security-unseal-why = Tout redevient lisible sur ce disque, sans phrase de passe ni verrou.
security-unseal-do = Déchiffrer le carnet
security-unseal-done = Le carnet n’est plus chiffré.
