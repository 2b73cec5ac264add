"""A headline without what agencies hang on it: tags and labels around it, a speaker or a site's name after it.

    UPDATE 2-Dockers reach deal – minister        ->  "Dockers reach deal", tail "minister"
    BREAKING: Dockers reach deal | Harbour Wire   ->  "Dockers reach deal", tail "Harbour Wire"
    Dockers reach deal [VIDEO]                    ->  "Dockers reach deal"

The title keeps them; they are left out where headlines are compared.
"""

import re

from readalso.briefing.facts import Trimmed
from readalso.words import headline_key

_LABELS = frozenset(
    word.strip()
    for line in (
        "breaking, breaking news, live, watch, listen, video, photo, photos, gallery, urgent, update, updated",
        "corrected, correction, exclusive, factbox, explainer, analysis, opinion, interview, alert, flash, just in",
        "must read, refile, wrapup, advisory, rpt, brief, timeline, roundup, newsalert, news alert, special report",
        "breaking update, developing, first look, in pictures, podcast, liveblog, live blog, as it happened",
        "терміново, відео, фото, оновлено, ексклюзив, інтерв'ю, бліц",
        "блискавка, уточнено, доповнено, наживо, аналітика, подкаст, інфографіка",
        "дополнено, уточнено, онлайн, аналитика, подкаст, инфографика, обновляется",
        "срочно, молния, видео, обновлено, эксклюзив, интервью",
        "en direct, direct, vidéo, en images, alerte, alerte info, exclusif, entretien, décryptage, reportage",
        "flash, dernière minute, dernière heure, vidéos, analyse, éclairage, récit, podcast, infographie, mis à jour",
        "breaking, live-ticker, video, videos, analyse, kommentar, hintergrund, update, eil+, liveblog, podcast",
        "alerta, ampliación, análisis, entrevista, reportaje, fotogalería, vídeos, pódcast",
        "z ostatniej chwili, ważne, galeria, analiza, wywiad, podcast, wideo",
        "خبر عاجل, بالصور والفيديو, شاهد, خاص, تقرير, محدث",
        "mise à jour, actualisation, actualisé",
        "eilmeldung, eil, liveticker, bilder, foto, fotos, fotostrecke, exklusiv",
        "aktualisiert, korrektur, última hora, en vivo, en directo, vídeo, exclusiva, actualizado, actualización",
        "urgente, pilne, wideo, zdjęcia, na żywo, aktualizacja, tylko u nas",
        "عاجل, فيديو, بالفيديو, صور, بالصور, مباشر, تحديث, حصري",
    )
    for word in line.split(",")
)
_SPEAKERS = frozenset(
    "minister ministry spokesman spokeswoman spokesperson source sources official officials police report reports"
    " media poll study mayor president central bank army staff general"
    " міністр міністерство речник джерело джерела поліція змі президент мер опитування нацбанк генштаб"
    " министр источник источники полиция сми президент мэр генштаб центробанк"
    " ministre médias porte-parole étude banque centrale état-major"
    " quelle quellen polizei bericht medien zentralbank generalstab"
    " ministro ministra fuentes policía medios banco central estado mayor"
    " źródła źródło policja bank centralny sztab generalny"
    " experts scientists geologists doctors medics witnesses relatives lawyers lawyer analysts researchers rescuers"
    " firefighters military investigators unions union economists opposition rebels residents forecasters campaigners"
    " experten forscher ärzte zeugen anwälte analysten retter feuerwehr militär ermittler gewerkschaften ökonomen"
    " opposition anwohner meteorologen geologen behörden veranstalter betreiber"
    " experts scientifiques géologues médecins témoins proches avocats avocat analystes chercheurs secours pompiers"
    " armée enquêteurs syndicats économistes opposition habitants météorologues ong"
    " expertos científicos geólogos médicos testigos familiares abogados abogado analistas investigadores bomberos"
    " ejército sindicatos economistas oposición vecinos meteorólogos oenegés"
    " eksperci naukowcy geolodzy lekarze świadkowie bliscy adwokaci adwokat analitycy badacze ratownicy strażacy"
    " wojsko śledczy związkowcy ekonomiści opozycja mieszkańcy meteorolodzy"
    " експерти вчені науковці геологи лікарі медики очевидці свідки родичі адвокати адвокат аналітики дослідники"
    " рятувальники військові слідчі профспілки економісти опозиція мешканці синоптики"
    " эксперты ученые геологи врачи медики очевидцы свидетели родственники адвокаты аналитики исследователи"
    " спасатели военные следователи профсоюзы экономисты оппозиция жители синоптики"
    " agency service bureau office watchdog regulator union court prosecutors prosecutor governor secretary"
    " агентство агенція служба регулятор профспілка суд прокуратура прокурори губернатор речниця міністерка влада"
    " регулятор профсоюз прокуроры губернатор власти"
    " agence service syndicat tribunal parquet préfecture maire président mairie gouverneur autorités police"
    " agentur behörde gericht gewerkschaft staatsanwaltschaft ministerium minister bürgermeister ministerin"
    " agencia servicio sindicato tribunal fiscalía alcalde presidente gobernador ministerio portavoz autoridades"
    " agencja urząd sąd prokuratura minister ministerstwo rzecznik burmistrz prezydent premier władze".split()
)
"""Tails that need no capital letter."""
_OFFICE = re.compile(
    r"(?:(?:transport|interior|finance|foreign|defen[cs]e|health|energy|justice|education|trade)"
    r" (?:ministry|minister|chief)"
    r"|(?:ministry|minister|mayor|governor|chief|head|spokes\w+|secretary) "
    r"|мін(?:транс|фін|оборони|юст|енерго|здоров|економ|культ|агро)|мин(?:транс|фин|обороны|юст|энерго|здрав|эконом|культ)"
    r"|міністерк?а? |міністр|министр|(?:віце|вице)-|прем.єр|премьер|штаб|комбат|речни[кц]|пресс?служб|прес-служб"
    r"|zarząd|urząd|resort|minister |wicepremier|rzeczni|ministerium|minister(?:in)? |sprecher|behörde"
    r"|minist(?:re|ère|ro|ra|erio) |porte-parole|portavoz|préfecture|gouverneur"
    r"|(?:ال)?(?:وزير|وزيرة|وزارة|متحدث|رئيس|محافظ|ناطق))(?:\b|\w)",
    re.IGNORECASE,
)
"""How a tail begins that names an office, with or without the name of who holds it."""
_HEAD = re.compile(
    r"\W*(?P<label>[^\W\d][^:|\[\](){}]{1,20}?)(?: ?\d+)?\s*"
    r"(?:[:|!]+|\.{1,3}(?=\s)|\s?[-–—](?=\s)|\)(?=\s)|(?P<tight>-)(?=\S))\s*"
)
_BRACKETS = re.compile(r"\s*[\[(](?P<label>[^\[\]()]{2,20})[\])]\s*\Z")
_END = re.compile(r"(?:\s*[.!|/+]+|\s+[-–—+]+|,)\s+(?P<label>[^\W\d_]{3,12})\Z")
"""A label that a mark divides from the headline before it: "… after rain. PHOTO"."""
_TAIL = re.compile(r"\s+(?P<mark>[-–—―|]|--)\s+(?P<tail>[^–—―|]{2,40})\Z")
_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.|\[(?:…|\.\.\.)\])\s*\Z")
_CUTS, _CLOSED, _HANGING = ("…", "...", "]"), ("]", ")"), "-–—―|"
"""How a headline ends that `_ELLIPSIS` or `_BRACKETS` may find, and what one has that `_TAIL` may: most have neither,
and to look for a pattern from each place on takes ten times as long."""
FEWEST_WORDS = 3
"""A head shorter than this is not cut down further: "Corvan – Zelmar" names two places, and no speaker."""


def trim(headline: str) -> Trimmed:
    """The parts of a headline; one that is all label or tail is all core."""
    text = headline.strip()
    is_cut = text.endswith(_CUTS) and bool(_ELLIPSIS.search(text))
    rest = _unlabelled(_ELLIPSIS.sub("", text) if is_cut else text) or text
    tail = _TAIL.search(rest) if any(mark in rest for mark in _HANGING) else None
    if tail and _is_hung_on(rest[: tail.start()], tail["tail"], tail["mark"]):
        head = _unlabelled(rest[: tail.start()])
        return Trimmed(head, headline_key(head), headline_key(tail["tail"]), is_cut)
    return Trimmed(rest, headline_key(rest), "", is_cut)


def _unlabelled(text: str) -> str:
    """A headline without the labels before and after it."""
    while (head := _HEAD.match(text)) and _is_label(head):
        text = text[head.end() :]
    while text.endswith(_CLOSED) and (end := _BRACKETS.search(text)) and end["label"].casefold() in _LABELS:
        text = text[: end.start()]
    while text[-1:].isupper() and (end := _END.search(text)) and _is_shouted(end["label"]):
        text = text[: end.start()]
    return text


def _is_shouted(label: str) -> bool:
    return label.isupper() and label.casefold() in _LABELS


def _is_label(head: re.Match[str]) -> bool:
    """Whether a head is a label; one that a hyphen joins to the next word is in capitals, as in "UPDATE 2-Dockers"."""
    return head["label"].casefold() in _LABELS and (not head["tight"] or head["label"].isupper())


def _is_hung_on(head: str, tail: str, mark: str) -> bool:
    """Whether a tail names a speaker or site: "– Rutte", "- sources", "| Harbour Wire"; not "– for now"."""
    words = tail.split()
    if len(head.split()) < FEWEST_WORDS or re.search(r"\d", tail):
        return False
    has_no_case = tail.lower() == tail.upper()
    return (
        mark == "|"
        or tail[0].isupper()
        or all(word in _SPEAKERS or word[0].isupper() for word in words)
        or bool(_OFFICE.match(tail))
        or (has_no_case and len(words) < 3)
    )
