"""Headlines that tell of victims: whether one or several are meant is the news there, so no word changes its number."""

import re
from collections.abc import Sequence

from readalso.library.forms import is_form
from readalso.library.letters import letters
from readalso.library.near import Word

_TOLL = re.compile(
    r"(?:kill|wound|injur|victim|casualt|slain|murder)\w*|dead|deaths?|dies?|died|dying|hurt"
    r"|(?:загин|вбит|вбив|убит|помер|поранен|жертв)\w*|(?:погиб|убит|убив|ранен|жертв|умер)\w*"
    r"|tues?|tuees?|(?:mort|morte)s?|meurt|meurent|(?:bless|victime)\w*"
    r"|tot|tote[nr]?|stirbt|sterben|starb|starben|(?:getot|gestorb|verletz|opfer)\w*"
    r"|(?:muer|murier|murio|herid|victima|fallec|asesin)\w*|(?:zgin|zabi|rann|ofiar|smier)\w*"
    r"|\w*(?:مقتل|قتل|قتيل|جرح|جريح|مصاب|اصاب|وفا|ضحا)\w*"
)
"""Words of eight languages, folded, that say that somebody was killed or hurt."""


def forbids(one: Sequence[Word], other: Sequence[Word], language: str) -> str:
    """Which word of a headline about victims stands in another number than the other has it; "" where none does."""
    if not any(_TOLL.fullmatch(word.key) for word in (*one, *other)):
        return ""
    ours, theirs = {word.key for word in one}, {word.key for word in other}
    more, less = [word for word in one if word.key not in theirs], [word for word in other if word.key not in ours]
    pairs = ((our, their) for our in more for their in less if is_form(our.key, letters(their.written), language))
    return next(
        (f'of victims, it says "{our.written}" where the other says "{their.written}"' for our, their in pairs), ""
    )
