"""Slips of the pen: whether a word is another one with one letter too many, too few, exchanged or changed round.

A slip gives a word that nobody uses. Two words that both exist are one letter apart often enough ("charge", "change"),
so a word that stands in any headline of the language is no slip, nor is one of the pairs below.
"""

from readalso.library.forms import common

SHORTEST = 6
"""Letters, in the longer of the two: in a shorter word, one letter makes another word."""
SHORTEST_SWAPPED = 5
"""Letters of a word of which two may be changed round; that seldom makes another word."""
LONG = 9
"""Letters from which on a word may have a letter too many or too few that doubles none: shorter ones are too often
another word ("minors", "miners"), or another name."""
LONGEST = 12
"""Letters from which on a word may have another letter in the place of one."""
BEGINNING = 2
"""Letters before the first one that may be wrong: a prefix makes another word, as in import and export."""

_PAIRS = """
    charge/change charges/changes charged/changed charging/changing warming/warning adapt/adopt adapts/adopts
    adapted/adopted casual/causal united/untied marital/martial council/councel planes/planets strike/stroke
    strikes/strokes soldier/solder founder/flounder hearing/healing hearing/heading prosecute/persecute
    winning/whining defect/detect defects/detects compliment/complement principal/principle sensor/censor
    desert/dessert deserts/desserts statue/statute statues/statutes infection/inflection mission/million
    insure/ensure reform/deform bombed/bomber trail/trial trails/trials diary/dairy hostel/hostile moral/morale
    personal/personnel patient/patent patients/patents country/county contract/contact contracts/contacts
    prosecutor/persecutor leaders/readers marches/matches markers/markets market/marker ministry/minister
    dinner/diner border/boarder borders/boarders quite/quiet angel/angle
    filed/filled filing/filling hoping/hopping scared/scarred staring/starring striped/stripped tapping/taping
    later/latter planed/planned mopped/moped barred/bared robbed/robed planning/planing winning/wining biding/bidding
    farmer/framer farmers/framers reactor/reaction protest/pretest contest/content context/contest
    experts/exports expert/export resort/report resorts/reports firing/filing hunting/hurting banning/banking
    backing/banking forced/forged forces/forges prices/prizes states/stages states/stakes plants/planes plants/planets
    crimes/crises courts/counts houses/horses shares/shores stores/stories stores/storms stores/stones trains/traits
    leaves/leases sacred/scared attack/attach attacks/attaches trade/trace border/bolder trial/trail quiet/quite
    parting/parking rating/ration passing/pausing police/policy
    schlachten/schachten verhandeln/verwandeln ablehnen/anlehnen einfuhr/ausfuhr kirsche/kirche kirschen/kirchen
    gericht/gewicht gerichte/gewichte bericht/gericht berichte/gerichte verkehr/verzehr wahlen/walen
    bauern/mauern leichen/zeichen sieger/sieber stadte/staate
    poisson/poison dessert/desert cheveux/chevaux poissons/poisons fusion/fission conserver/converser
    emission/omission accord/abord election/erection
    ministro/siniestro huelga/holgada hombre/hambre casado/cazado contracto/contacto cierre/sierra
    вибори/вироби вибір/вибірв військо/вийсько закон/загон захист/зміст наступ/настрій
    выборы/выводы выборов/выводов договор/разговор приказ/привоз вызов/вывоз наказание/показание
    показания/наказания заложник/сапожник обещание/общение предание/придание компания/кампания
    компании/кампании компанию/кампанию компаній/кампаній компанії/кампанії компанія/кампанія
    kampania/kompania kampanii/kompanii wybory/wyroby wyborach/wyrobach sprawa/strawa
    المحكمة/المحكمه
"""
_CONFUSED = frozenset(frozenset(pair.split("/")) for pair in _PAIRS.split())
"""Two words one slip apart that both stand in the news."""


def is_slip(ours: str, theirs: str, is_common: bool) -> bool:
    """Whether `ours`, which nobody uses, is `theirs` misspelt; both folded.

    A letter doubled or not, and two changed round, seldom make another word. Any other letter too many, too few or in
    the place of another is a slip in a long word only, and where the word might be a name not at its end.
    """
    shorter, longer = sorted((ours, theirs), key=len)
    start = common(ours, theirs)
    if not start or frozenset((ours, theirs)) in _CONFUSED or len(longer) < SHORTEST_SWAPPED:
        return False
    rest, other = ours[start:], theirs[start:]
    if len(ours) == len(theirs) and rest[:2] == other[1::-1] and rest[2:] == other[2:]:
        return len(rest) > 1
    if len(longer) < SHORTEST or (start < BEGINNING and len(longer) < LONG):
        return False
    if len(longer) - len(shorter) == 1:
        is_doubled = longer[start] == longer[start - 1]
        is_safe = is_doubled or (len(longer) >= LONG and (is_common or start < len(longer) - 1))
        return shorter[start:] == longer[start + 1 :] and is_safe
    is_one_changed = len(ours) == len(theirs) and len(rest) > 1 and rest[1:] == other[1:]
    return is_one_changed and start >= BEGINNING and len(longer) >= LONGEST
