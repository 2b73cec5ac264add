"""Small words between the ones that carry something: what each language lets a headline gain, lose or exchange.

For each language three lists. The neutral ones come and go: articles, auxiliaries, the plainest prepositions. Those in
one row of `alike` may stand for each other, and for nothing else. The strict ones have to be the same: what gives a
direction, a side, a denial. Several words joined by "_" are one. A language that is not here has only words that carry.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from readalso.library.letters import letters


@dataclass(frozen=True, slots=True)
class Particles:
    """The small words of a language; all folded."""

    neutral: frozenset[str] = frozenset()
    """May be left out."""
    prepositions: frozenset[str] = frozenset()
    """Those that begin a stretch which may stand elsewhere in the sentence."""
    alike: tuple[frozenset[str], ...] = ()
    """Sets of words that mean the same here."""
    every: frozenset[str] = frozenset()
    """All of them."""
    phrases: frozenset[str] = frozenset()
    """Those of several words, joined by spaces."""
    openings: frozenset[str] = frozenset()
    """The first words of phrases."""
    sayings: frozenset[str] = frozenset()
    """ "says", and "according to": what ties a statement to who made it."""
    links: frozenset[str] = field(default_factory=frozenset)
    """Words between two clauses of equal rank: "as", "while", "and"."""


@dataclass(frozen=True, slots=True)
class _Rows:
    plain: str
    """Neutral and no prepositions."""
    neutral: str
    """Neutral prepositions."""
    strict: str
    """Prepositions, and words of denial, that have to be the same."""
    alike: str
    """Rows, divided by "/"."""
    says: str
    links: str = ""


_ROWS = {
    "en": _Rows(
        "the a an is are was were be been its his her their s and it has have",
        "of in at on over about",
        "to from into onto out_of off up_to by for with without against before after until till despite under above"
        " below between through towards near not no never nor neither more_than less_than at_least at_most during"
        " will across inside outside ahead_of instead_of following due_to because_of owing_to close_to as_of",
        "after following as when upon / because_of due_to owing_to over as_a_result_of on_account_of / near close_to"
        " / for on over about regarding concerning / for of / against at / until till / inside in within / during in at"
        " / amid over in / as while and with / for in / from in of / despite in_spite_of / to will"
        " / between of / between with",
        "says said according_to say tells told states stated reports reported announces announced",
        "as while and",
    ),
    "de": _Rows(
        "der die das den dem des ein eine einen einem einer eines und ist sind war wird werden es sich",
        "in an auf bei von",
        "zu nach aus für gegen ohne mit vor bis seit durch über unter um wegen trotz ab nahe"
        " zwischen nicht kein keine keinen keiner nie statt je pro während innerhalb außerhalb oberhalb unterhalb"
        " neben hinter gegenüber infolge aufgrund in_der_nähe_von",
        "zu für über / je pro / bei nahe in_der_nähe_von / wegen aufgrund infolge"
        " / mit und / zwischen von / auf über / in während / auf in an / nach infolge / nach bei / aus in / ab seit"
        " / aus von",
        "sagt sagte sagen laut so teilt erklärt erklärte erklären zufolge meint betont betonte berichtet"
        " teilte nach_angaben_von",
        "und während",
    ),
    "fr": _Rows(
        "le la les l un une et est sont ont été a_été ont_été se s qu que ce cette son sa ses leur leurs tout toute",
        "de d en dans sur",
        "à par pour contre sans avec avant après depuis jusqu_à jusqu_au jusqu_en vers malgré sous entre chez non"
        " ne pas"
        " ni jamais près_de à_cause_de en_raison_de suite_à face_à hors plus_de moins_de au_sujet_de à_propos_de"
        " pendant durant au_cours_de grâce_à concernant quant",
        "après suite_à dans / à avec / sur autour_de / sur à / à_cause_de en_raison_de pour suite_à par / au_sujet_de"
        " à_propos_de sur concernant"
        " / pendant durant au_cours_de lors_de en dans / près_de à / pour de / pour à / vers à / par de /"
        " à_nouveau de_nouveau / chez à / à en dans lors_de lors_du lors_d"
        " / jusqu_à jusqu_au / sur pour / face_à / avec et / entre de / après au_bout_de au_terme_de",
        "selon dit disent déclare déclarent affirme affirment d'après assure indique indiquent annonce annoncent"
        " explique estime a_dit a_déclaré a_affirmé a_indiqué a_annoncé précise d_après",
        "et alors_que tandis_que",
    ),
    "es": _Rows(
        "el la los las un una unos unas y es son fue fueron ha han se su sus lo",
        "de en sobre",
        "a por para contra sin con antes_de tras después_de desde hasta hacia pese_a bajo entre no ni nunca cerca_de"
        " debido_a a_causa_de acerca_de durante a_pesar_de junto_a más_de menos_de ante según",
        "tras después_de a / por debido_a a_causa_de / sobre acerca_de por en_torno_a / desde de / para de / para"
        " a / por de / a en"
        " / con y / entre de / durante en / cerca_de junto_a en / pese_a a_pesar_de / ante por frente_a / hacia a",
        "según dice dicen afirma afirman asegura aseguran dijo dijeron declara declaró afirmó aseguró indicó señala"
        " señaló informa informó anuncia anunció",
        "y mientras",
    ),
    "pl": _Rows(
        "i oraz jest są się był była było zostal został została zostało zostały a",
        "w na z o u",
        "do od po przed przez dla bez za pod nad między przy wobec mimo pomimo przeciw przeciwko nie ani nigdy koło"
        " obok niedaleko w_pobliżu z_powodu wskutek w_sprawie na_temat dotyczącej dotyczącego dotyczących podczas"
        " w_trakcie w_czasie ponad poniżej",
        "w_sprawie na_temat dotyczącej dotyczącego dotyczących o wokół dotyczącą dotyczące / podczas w_trakcie"
        " w_czasie na w / koło obok niedaleko w_pobliżu przy pod / z_powodu wskutek przez za / mimo pomimo"
        " / przeciw przeciwko / po w_wyniku wskutek / za na / po przy / przy w / dla na / w na / od z",
        "mówi mówią powiedział powiedziała powiedzieli twierdzi twierdzą zapowiada zapowiedział zapowiedziała"
        " według ogłosił zdaniem poinformował poinformowała poinformowało oświadczył oświadczyła"
        " informuje podaje podał podała podało",
        "i oraz a podczas_gdy",
    ),
    "uk": _Rows(
        "та й і є був була було були же ж",
        "в на з про щодо",
        "до від після перед через для без за під над між біля проти попри не ні ніколи поблизу неподалік стосовно"
        " під_час унаслідок внаслідок протягом упродовж понад з_приводу у_зв'язку_з замість крізь при коло крім",
        "щодо про стосовно з_приводу довкола навколо / під_час на у в протягом упродовж / біля поблизу неподалік коло"
        " під / через унаслідок внаслідок у_зв'язку_з з_приводу за / попри всупереч / після унаслідок внаслідок"
        " / для на / на за / з та і й",
        "заявив заявила заявили каже кажуть сказав сказала сказали повідомив повідомила повідомили повідомляє"
        " за_словами заявляє заявляють за_даними розповів розповіла зазначив зазначила наголосив наголосила",
        "та і й а тоді_як",
    ),
    "ru": _Rows(
        "и же был была было были",
        "в на из с о",
        "до от после перед через для без за под над между у близ около возле против вопреки несмотря_на не ни никогда"
        " к ко по при из-за недалеко_от вблизи во_время в_ходе вследствие в_результате относительно касательно"
        " насчет более_чем сквозь вместо кроме рядом_с в_связи_с на_тему",
        "о об по относительно касательно насчет про на_тему вокруг / во_время в_ходе на в при / близ около возле у"
        " вблизи недалеко_от рядом_с под / из-за вследствие в_результате в_связи_с по за / несмотря_на вопреки"
        " / после вследствие в_результате / для на / на за / при в_результате / из от",
        "заявил заявила заявили сказал сказала сказали сообщил сообщила сообщили сообщает по_словам заявляет заявляют"
        " по_данным рассказал рассказала отметил отметила говорит говорят",
        "и а в_то_время_как",
    ),
    "ar": _Rows(
        "و قد أن",
        "في",
        "إلى الى على من عن مع ضد دون بدون بلا من_دون قبل بعد حتى بين تحت فوق منذ لا لم لن ليس غير عدم رغم بشأن حول إثر"
        " بسبب جراء خلال أثناء قرب بالقرب_من عند لدى نحو خارج داخل ضمن مقابل عقب",
        "بشأن حول عن بخصوص في_شأن / دون بدون بلا من_دون / إثر جراء بسبب عقب نتيجة / بعد عقب إثر / قرب بالقرب_من"
        " / إلى الى حتى / عند على في لدى / خلال أثناء في / من في / رغم على_الرغم_من / إلى الى نحو / مقابل لقاء",
        "قال قالت يقول تقول بحسب وفق أعلن أعلنت أكد أكدت صرح صرحت ذكر ذكرت",
        "و بينما",
    ),
    "it": _Rows(
        "il lo la i gli le l un uno una e sono ha hanno si",
        "di d in su",
        "a da per contro senza con prima_di dopo fino_a verso nonostante tra fra non né mai vicino_a a_causa_di",
        "dopo in_seguito_a / per a_causa_di / tra fra / su sul sulla riguardo_a",
        "secondo dice afferma",
        "e mentre",
    ),
    "pt": _Rows("o os a as um uma e é são foi", "do da dos das em no na de", "", "", "segundo diz", "e"),
    "nl": _Rows("de het een en is", "van in op", "", "", "zegt volgens", "en"),
    "sv": _Rows("en ett den det och är", "i på", "", "", "säger enligt", "och"),
    "ro": _Rows("un o și", "de din în la", "", "", "spune", "și"),
    "cs": _Rows("a i je se", "v ve na z ze", "", "", "říká podle", "a"),
}


@cache
def particles(language: str) -> Particles:
    """The small words of a language tag such as "de-AT"; none for a language that is not known."""
    rows = _ROWS.get(language.split("-")[0])
    if rows is None:
        return Particles()
    plain, neutral, strict, says, links = map(_folded, (rows.plain, rows.neutral, rows.strict, rows.says, rows.links))
    alike = tuple(_folded(row) for row in rows.alike.split("/"))
    every = frozenset().union(plain, neutral, strict, *alike, MERGED.get(language.split("-")[0], ()))
    phrases = frozenset(word for word in (*every, *says) if " " in word)
    openings = frozenset(phrase.split()[0] for phrase in (*phrases, *PERCENT))
    return Particles(plain | neutral, every - plain - links - DENIALS, alike, every, phrases, openings, says, links)


def _folded(words: str) -> frozenset[str]:
    return frozenset(letters(word.replace("_", " ")) for word in words.split())


ALIKE_BEFORE_NUMBERS = tuple(
    _folded(row)
    for row in (
        "until till / after following / within inside / in during / près_de autour_de / après au_bout_de au_terme_de"
        " / à avec / à lors_de lors_du / durant pendant / jusqu_à jusqu_au / tras después_de / en durante"
        " / nach infolge / im während / w_trakcie podczas w_czasie / протягом упродовж"
        " / إلى حتى / بعد عقب إثر / مقابل لقاء"
    ).split("/")
)
"""Sets of words that mean the same before a number as well: "after 12 days" is not "in 12 days"."""
AUXILIARIES = _folded("ist sind war wird werden")
"""German verbs that carry nothing, also at the end of a clause."""
STANDS = _folded("for für pour por para za за для")
"""Small words that may say on whose side somebody stands."""
TAKING_SIDES = re.compile(
    r"vot|protest|rall|stimm|голос|протест|głos|glos|manifest|ballot|abstim|мітинг|митинг|campaign"
)
"""In a word after which one of `STANDS` does say so."""
DENIALS = _folded(
    "not no never nor neither nicht kein keine keinen keiner nie ne pas non ni jamais nunca nie ani не ні ніколи ни"
    " никогда لا لم لن ليس غير عدم né mai"
)
"""Small words that deny; they begin no stretch that may move."""

_MERGED = {
    "en": "",
    "de": "im=in am=an beim=bei vom=von zum=zu zur=zu bis_zum=bis bis_zur=bis",
    "fr": "d=de du=de des=de au=à aux=à jusqu_au=jusqu_à",
    "es": "del=de al=a",
    "it": "del=di della=di dei=di degli=di delle=di dello=di dell=di nel=in nella=in nei=in nelle=in nell=in"
    " al=a alla=a"
    " sul=su sulla=su dal=da dalla=da",
    "pl": "we=w ze=z",
    "uk": "у=в із=з зі=з",
    "ru": "во=в со=с об=о ко=к",
}
MERGED = {
    language: {
        letters(one.replace("_", " ")): letters(other.replace("_", " "))
        for one, _, other in (pair.partition("=") for pair in pairs.split())
    }
    for language, pairs in _MERGED.items()
}
"""Language -> a small word's other shape -> the small word: "im" is "in" with an article in it."""

_PERCENT = "percent per_cent pct prozent pour_cent por_ciento proc procent procenta procentów відсотків відсотка"
_PERCENT += " відсотки процентів процента процентов процент بالمئة بالمائة في_المئة"
PERCENT = _folded(_PERCENT)
"""What "%" is called."""

_NUMBERS = {
    "en": (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds "
        "thousand thousands million millions billion billions trillion first second third fourth fifth sixth "
        "seventh eighth ninth tenth half double triple dozen dozens once twice quarter"
    ),
    "uk": (
        "один одна дві два три чотири п'ять шість сім вісім дев'ять десять двоє троє четверо п'ятеро шестеро "
        "семеро восьмеро дев'ятеро десятеро сто двісті тисяча тисячі тисяч мільйон мільйони мільйонів мільярд "
        "мільярди мільярдів перший перша перше другий друга друге третій третя третє четвертий четверта п'ятий "
        "шостий сьомий восьмий дев'ятий десятий першого другого третього першому другому третьому першій другій "
        "третій п'ятнадцять шістнадцять сімнадцять п'ятдесят шістдесят сімдесят вісімдесят"
    ),
    "ru": (
        "один одна два две три четыре пять шесть семь восемь девять двое трое пятеро тысяча тысячи тысяч миллион "
        "миллиона миллионов миллиард миллиарда миллиардов первый первая первое второй вторая второе третий третья "
        "третье четвертый пятый шестой седьмой восьмой девятый десятый первого второго третьего первом втором "
        "третьем первой пятнадцать шестнадцать семнадцать пятьдесят шестьдесят семьдесят восемьдесят"
    ),
    "fr": (
        "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente "
        "quarante cinquante soixante cent cents mille million millions milliard milliards premier première "
        "deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième second seconde"
    ),
    "de": (
        "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
        "siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert "
        "tausend million millionen milliarde milliarden erste ersten erster erstes zweite zweiten zweiter zweites "
        "dritte dritten dritter drittes vierte vierten fünfte fünften sechste siebte achte neunte zehnte"
    ),
    "es": (
        "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil millón millones "
        "primero primera segundo segunda tercero tercera tercer cuarto cuarta quinto quinta sexto sexta séptimo "
        "octavo noveno décimo"
    ),
    "pl": (
        "jeden dwa dwie dwoje trzy troje cztery czworo pięć pięcioro sześć siedem osiem dziewięć dziesięć "
        "jedenaście dwanaście piętnaście szesnaście siedemnaście dwadzieścia trzydzieści pięćdziesiąt "
        "sześćdziesiąt siedemdziesiąt sto tysiąc tysiące tysięcy milion miliony milionów miliard miliardy "
        "miliardów pierwszy pierwsza pierwsze drugi druga drugie trzeci trzecia trzecie czwarty czwarta piąty "
        "piąta szósty siódmy ósmy dziewiąty dziesiąty pierwszej drugiej trzeciej pierwszym drugim trzecim"
    ),
    "ar": (
        "واحد اثنان اثنين اثني ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر "
        "عشرون عشرين ثلاثون ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين مئة مائة ألف آلاف مليون ملايين مليار "
        "مليارات الأول الأولى الثاني الثانية الثالث الثالثة الرابع الرابعة الخامس الخامسة السادس السادسة السابع "
        "السابعة الثامن التاسع العاشر"
    ),
}
_DATES = {
    "en": (
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday spring summer autumn winter today yesterday tomorrow"
    ),
    "fr": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi "
        "mercredi jeudi vendredi samedi dimanche"
    ),
    "de": (
        "januar februar märz juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag "
        "sonnabend sonntag april mai august september november"
    ),
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes "
        "miércoles jueves viernes sábado domingo"
    ),
    "pl": (
        "styczeń stycznia styczniu luty lutego lutym marzec marca marcu kwiecień kwietnia kwietniu maj maja maju "
        "czerwiec czerwca czerwcu lipiec lipca lipcu sierpień sierpnia sierpniu wrzesień września wrześniu "
        "październik października październiku listopad listopada listopadzie grudzień grudnia grudniu "
        "poniedziałek wtorek środa środę czwartek piątek sobota sobotę niedziela niedzielę"
    ),
    "uk": (
        "січень січня січні лютий лютого лютому березень березня березні квітень квітня квітні травень травня "
        "травні червень червня червні липень липня липні серпень серпня серпні вересень вересня вересні жовтень "
        "жовтня жовтні листопад листопада листопаді грудень грудня грудні понеділок понеділка вівторок вівторка "
        "середа середу середи четвер четверга п'ятниця п'ятницю п'ятниці субота суботу суботи неділя неділю "
        "неділі"
    ),
    "ru": (
        "январь января январе февраль февраля феврале март марта марте апрель апреля апреле май мая мае июнь июня "
        "июне июль июля июле август августа августе сентябрь сентября сентябре октябрь октября октябре ноябрь "
        "ноября ноябре декабрь декабря декабре понедельник понедельника вторник вторника среда среду среды "
        "четверг четверга пятница пятницу пятницы суббота субботу субботы воскресенье воскресенья"
    ),
    "ar": (
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر الاثنين الثلاثاء الأربعاء "
        "الخميس الجمعة السبت الأحد"
    ),
}


def _by_language(words: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(map(letters, row.split())) for language, row in words.items()}


NUMBERS = _by_language(_NUMBERS)
"""Language -> its number words: one of them that differs forbids, however near another it is spelt."""
DATES = _by_language(_DATES)
"""Language -> its months, days of the week and seasons: no names of anybody, and never a slip of one another."""
COUNTED = {language: NUMBERS[language] | DATES[language] for language in NUMBERS}
"""Language -> both."""
