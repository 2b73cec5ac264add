"""Words that a headline may gain, lose or change without saying something else: articles and the plainest particles.

Nothing that gives a direction, a side or a denial is here: not "to", "from", "before", "against", "without", "no".
A language that is not here has no such words, and its headlines have to agree in all of theirs.
"""

_WORDS = {
    "en": "the a an of in at on its his her their",
    "uk": "у в на із з зі та й і ж",
    "ru": "в во на из с со и же",
    "fr": "le la les l un une des du de d au aux en dans et",
    "de": "der die das den dem des ein eine einen einem einer im in am an auf und",
    "es": "el la los las un una unos unas del de en y al",
    "pl": "w we na z ze i oraz",
    "it": "il lo la i gli le l un uno una di d del della dei nel nella e",
    "pt": "o os a as um uma do da dos das em no na e",
    "nl": "de het een van in op en",
    "sv": "en ett den det i på och",
    "ro": "un o de din în la și",
    "cs": "v ve na z ze a i",
    "ar": "في و",
}
NEUTRAL = {language: frozenset(words.split()) for language, words in _WORDS.items()}
