"""Words that a headline may gain, lose or change without saying something else: articles and the plainest particles.

Nothing that gives a direction, a side or a denial is here: not "to", "from", "before", "against", "without", "no".
A language that is not here has no such words, and its headlines have to agree in all of theirs.
"""

from readalso.words import headline_key

_WORDS = {
    "en": "the a an of in at on over about is are was its his her their s",
    "uk": "у в на із з зі та й і ж про щодо",
    "ru": "в во на из с со и же о об",
    "fr": "le la les l un une des du de d au aux à en dans et sur s",
    "de": "der die das den dem des ein eine einen einem einer im in am an auf und bei beim",
    "es": "el la los las un una unos unas del de en y al sobre",
    "pl": "w we na z ze i oraz o",
    "it": "il lo la i gli le l un uno una di d del della dei nel nella e",
    "pt": "o os a as um uma do da dos das em no na e",
    "nl": "de het een van in op en",
    "sv": "en ett den det i på och",
    "ro": "un o de din în la și",
    "cs": "v ve na z ze a i",
    "ar": "في و",
}
NEUTRAL = {language: frozenset(map(headline_key, words.split())) for language, words in _WORDS.items()}

_SLAVIC = " а и і ы у ю я е о й ь ом ем ам ям ах ях ів ов ев ей їв ою ею ами ями".split(" ")
_POLISH = " a i y u e ę ą o om em ami ach ów owi ie".split(" ")
INFLECTIONS = {
    "en": (("", "s", "es"), ("y", "ies")),
    "fr": (("", "s", "x"), ("l", "ux")),
    "es": (("", "s", "es"),),
    "pt": (("", "s", "es"),),
    "it": (("o", "i"), ("a", "e"), ("e", "i")),
    "uk": (tuple(_SLAVIC),),
    "ru": (tuple(_SLAVIC),),
    "pl": (tuple(_POLISH),),
}
"""Language -> the sets of endings between which an ordinary word is the same one in another number or case."""

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve"
    " twenty thirty forty fifty sixty seventy eighty ninety"
    " один два три чотири п'ять шість сім вісім дев'ять десять четыре пять шесть семь восемь девять"
    " un deux trois quatre cinq six sept huit neuf dix onze douze vingt trente quarante cinquante"
    " eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig"
    " uno dos tres cuatro cinco seis siete ocho nueve diez doce veinte treinta cuarenta cincuenta sesenta setenta"
    " ochenta noventa"
    " jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć dwadzieścia trzydzieści"
)
NUMBERS = frozenset(map(headline_key, _NUMBERS.split()))
"""Number words: one of them that differs forbids, however near another it is spelt."""
