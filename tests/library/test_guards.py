"""What must not be taken for the same headline, though every word of it agrees, or all but one."""

import pytest

from readalso.library.forms import is_case, is_form
from readalso.library.headlines import Headlines, Known
from readalso.library.near import carrying
from readalso.library.slips import is_slip

PAIRS = (
    ("en", "Quist's lawyer publicly accuses Dorrow of fraud", "Quist publicly accuses Dorrow's lawyer of fraud"),
    ("en", "Mayor of Sollwick meets president of Ostavia", "President of Sollwick meets mayor of Ostavia"),
    ("en", "Dorman sentenced to nine years in prison", "Dorvan sentenced to nine years in prison"),
    ("en", "Ostavia sells gas to Marend", "Ostavia sells gas for Marend"),
    ("en", "Explosion in Kelmet shuts road in Sennport", "Explosion in Sennport shuts road in Kelmet"),
    ("en", "Rebels kill soldiers in northern Marend", "Soldiers kill rebels in northern Marend"),
    ("en", "Tanker burns after ferry sinks", "Ferry sinks after tanker burns"),
    ("en", "Union of teachers backs ministry of health", "Ministry of teachers backs union of health"),
    ("en", "Share price of Norvex rises 5% to 12 euros", "Share price of Norvex rises 12% to 5 euros"),
    (
        "en",
        "Government approves law on wages, rejects law on pensions",
        "Government rejects law on wages, approves law on pensions",
    ),
    ("en", "Council approves plan for new harbour", "Counsel approves plan for new harbour"),
    ("en", "Court clears minister of bribery charges", "Court clears minister of bribery changes"),
    ("en", "Inflation slows to 3.2 percent in May", "Inflation slows by 3.2 percent in May"),
    ("en", "Fire in Tarquay kills two, injures five", "Fire in Tarquay kills five, injures two"),
    ("en", "Quist visits Marend after talks in Ostavia", "Quist visits Ostavia after talks in Marend"),
    ("en", "Police of Marend arrest smugglers from Ostavia", "Police from Ostavia arrest smugglers of Marend"),
    ("en", "North wind closes harbour for two days", "South wind closes harbour for two days"),
    ("en", "Striking nurses accept offer of clinics", "Striking nurses except offer of clinics"),
    ("en", "Marend defeats Ostavia in ice hockey final", "Ostavia defeats Marend in ice hockey final"),
    ("en", "Marend and Ostavia draw in final", "Marend draw in final"),
    ("en", "Trade with Ostavia grows in July", "Trade with Ostavia grows in June"),
    ("en", "Old bridge replaced by new tunnel in Korrin", "New bridge replaced by old tunnel in Korrin"),
    ("en", "Senate rejects bill before recess", "Senate rejects bill after recess"),
    ("en", "Protest for wolves in Korrin", "Protest over wolves in Korrin"),
    ("de", "Gericht verurteilt Dorvan zu drei Jahren Haft", "Gericht verurteilt Dorman zu drei Jahren Haft"),
    ("de", "Polizei jagt Räuber in Velgrad", "Räuber jagt Polizei in Velgrad"),
    ("de", "Nordkordanien schließt Grenze zu Halvien", "Südkordanien schließt Grenze zu Halvien"),
    ("de", "Inflation steigt um 3 Prozent im Mai", "Inflation steigt auf 3 Prozent im Mai"),
    ("de", "Land stimmt für Reform der Schulen", "Land stimmt über Reform der Schulen"),
    ("de", "Lehrer kritisieren Minister wegen Lohnkürzung", "Minister kritisieren Lehrer wegen Lohnkürzung"),
    ("de", "Regierung hebt Steuern auf Tabak an", "Regierung hebt Steuern auf Tabak auf"),
    ("fr", "Le ministre accuse le syndicat de mensonge", "Le syndicat accuse le ministre de mensonge"),
    ("fr", "Les exportations vers la Halvie augmentent", "Les exportations de la Halvie augmentent"),
    ("fr", "La grève débute avant les négociations salariales", "La grève débute après les négociations salariales"),
    ("fr", "Le tribunal condamne Dorvan pour fraude", "Le tribunal condamne Dorman pour fraude"),
    ("fr", "Le chômage passe de 7 à 8 % en mai", "Le chômage passe de 8 à 7 % en mai"),
    ("es", "El desempleo sube del 7 al 8 por ciento", "El desempleo sube del 8 al 7 por ciento"),
    ("es", "El sindicato acusa al ministerio de mentir", "El ministerio acusa al sindicato de mentir"),
    ("es", "Vuelos de Velmaria a Lunavia suspendidos", "Vuelos de Lunavia a Velmaria suspendidos"),
    ("uk", "Потяг збив автобус на переїзді", "Автобус збив потяг на переїзді"),
    ("uk", "Дорван звинуватив суддю у хабарі", "Дорвана звинуватила суддя у хабарі"),
    ("uk", "Ціни на газ зросли на 5%", "Ціни на газ зросли до 5%"),
    ("uk", "Компанія «Альтрона» купила завод у «Кельмета»", "Компанія «Кельмет» купила завод в «Альтрони»"),
    ("uk", "Учитель побив учня в школі", "Учителя побив учень в школі"),
    ("uk", "Суд визнав Дорвана винним", "Суд визнав Дорвана невинним"),
    ("uk", "Потяги з Велграда скасовано", "Потяги до Велграда скасовано"),
    ("ru", "Цены на газ выросли на 5%", "Цены на газ выросли до 5%"),
    ("ru", "Полиция задержала активиста в Велграде", "Полицию задержал активист в Велграде"),
    ("ru", "Выборы в Халвии перенесли на май", "Выводы в Халвии перенесли на май"),
    ("ru", "Компания против курения началась в мае", "Кампания против курения началась в мае"),
    ("pl", "Kelmet pozwał Norvex o patenty", "Norvex pozwał Kelmet o patenty"),
    ("pl", "Policjant zatrzymał kierowcę po pościgu", "Policjanta zatrzymał kierowca po pościgu"),
    ("pl", "Ceny gazu wzrosły o 5 proc.", "Ceny gazu wzrosły do 5 proc."),
    ("ar", "هالفيا تهاجم لونافيا في مجلس الأمن", "لونافيا تهاجم هالفيا في مجلس الأمن"),
    ("ar", "الحكومة تقر قانون الأجور", "المعارضة تقر قانون الأجور"),
    ("ar", "المحكمة تبرئ الوزير دورفان", "المحكمة تبرئ الوزير دورمان"),
    ("ar", "صادرات فيلماريا من القمح ترتفع", "صادرات فيلماريا إلى القمح ترتفع"),
    ("en", "Two ministers resign over budget row", "Ten ministers resign over budget row"),
    ("en", "Kordania to send doctors to Lunavia", "Lunavia to send doctors to Kordania"),
    ("en", "Halvia releases prisoners from Derrania", "Halvia releases prisoners to Derrania"),
    ("en", "Tolvin meets Korsak, Relk meets Dorvan", "Tolvin meets Relk, Korsak meets Dorvan"),
    ("en", "Velgrad court jails Sennport mayor", "Sennport court jails Velgrad mayor"),
    ("en", "Court of Velgrad jails mayor of Sennport", "Court of Sennport jails mayor of Velgrad"),
    (
        "en",
        "Workers occupy plant in Velgrad, police clear plant in Sennport",
        "Workers occupy plant in Sennport, police clear plant in Velgrad",
    ),
    ("de", "Am Montag streiken Fahrer, am Dienstag Piloten", "Am Dienstag streiken Fahrer, am Montag Piloten"),
    ("en", "In Paris Quist meets Dorrow, in Rome Relk", "In Rome Quist meets Dorrow, in Paris Relk"),
    ("es", "El lunes Quist viaja a París y el martes a Roma", "El martes Quist viaja a París y el lunes a Roma"),
    (
        "en",
        "Minister visits Velgrad on Monday, Sennport on Tuesday",
        "Minister visits Velgrad on Tuesday, Sennport on Monday",
    ),
    ("uk", "У Велграді закрили школи, у Сеннпорті лікарні", "У Сеннпорті закрили школи, у Велграді лікарні"),
    ("fr", "Quist : Dorrow a menti sur les contrats", "Dorrow : Quist a menti sur les contrats"),
    ("en", "Quist says Dorrow lied about contracts", "Dorrow says Quist lied about contracts"),
    ("en", "Court fines Garrick $1.2m over spill", "Court fines Garrick 1.2 m dollars deep over spill"),
    ("en", "Newtown council approves tower plan", "New Town council approves tower plan"),
    ("en", "Sprinter clears 200m hurdle in Korrin", "Sprinter clears 200 million hurdle in Korrin"),
    ("en", "Frost in Korrin drops to -5 degrees", "Frost in Korrin drops to 5 degrees"),
    ("en", "Ship carries 1,200 sheep to Marend", "Ship carries 1.2 sheep to Marend"),
    ("en", "Second reactor of Vostan restarted", "Two reactors of Vostan restarted"),
    ("en", "Cholera kills five in Korrin - medics", "Cholera kills five in Korrin - rebels"),
    ("en", "Cholera kills five in Korrin, medics say", "Cholera kills five in Korrin - rebels"),
    ("en", "Strike over pay ends after 12 days", "Strike over pay ends within 12 days"),
    ("en", "Rover: no cuts at Tarquay plant", "Rovers: no cuts at Tarquay plant"),
    ("en", "Minister Vey says Dorrow will resign", "Dorrow says minister Vey will resign"),
    ("en", "Nurses filed complaints over wages", "Nurses filled complaints over wages"),
    ("en", "Charles II portrait found in Korrin", "Charles III portrait found in Korrin"),
    ("en", "Dozens hurt in 5G mast fire", "Dozens hurt in 5 g mast fire"),
    ("en", "Company pays £5 million for ferry", "Company pays €5 million for ferry"),
    ("en", "Company pays C$5 million for ferry", "Company pays US$5 million for ferry"),
    ("en", "Vey to Dorrow: accept the court ruling", "Vey will Dorrow: accept the court ruling"),
    ("en", "Off-duty officer stops robbery in Korrin", "On-duty officer stops robbery in Korrin"),
    ("en", "Trial of 12 miners opens in Korrin", "Trial of 12th miner opens in Korrin"),
    ("en", "Vey tells Dorrow to quit over leak", "Dorrow tells Vey to quit over leak"),
    ("en", "Vey, not Dorrow, leads poll in Korrin", "Dorrow, not Vey, leads poll in Korrin"),
    ("de", "Minister Lang tritt nach Streit zurück", "Minister Lange tritt nach Streit zurück"),
    ("de", "Gericht verurteilt Lang zu drei Jahren Haft", "Gericht verurteilt Lange zu drei Jahren Haft"),
    ("de", "Lang siegt im Finale von Salach", "Lange siegt im Finale von Salach"),
    ("de", "Koch gewinnt Wahl in Ebersfeld", "Kocher gewinnt Wahl in Ebersfeld"),
    ("de", "Bürgermeisterin Hahn eröffnet Brücke in Salach", "Bürgermeisterin Hahnen eröffnet Brücke in Salach"),
    ("de", "Inflation sinkt auf 1.200 Punkte im Mai", "Inflation sinkt auf 1,200 Punkte im Mai"),
    ("de", "Zweitägiger Streik legt Bahn lahm", "Zwölftägiger Streik legt Bahn lahm"),
    ("de", "Am 3.9. stimmt Halvien über Verfassung ab", "Am 9.3. stimmt Halvien über Verfassung ab"),
    ("fr", "Le roi Charles II visite Torval en mai", "Le roi Charles III visite Torval en mai"),
    ("fr", "La mairie ferme trois écoles à Torval", "La mairie ferme treize écoles à Torval"),
    ("fr", "Grève de soixante jours à Torval", "Grève de soixante-dix jours à Torval"),
    ("fr", "Le deuxième tour oppose Veil à Garric", "Le dixième tour oppose Veil à Garric"),
    ("es", "Treinta mil marchan en Portaluz", "Treinta y cinco mil marchan en Portaluz"),
    ("es", "Barreda afirma que Ibarrola mintió sobre el gasto", "Ibarrola afirma que Barreda mintió sobre el gasto"),
    ("uk", "Двоє поліцейських затримали трьох", "Двох поліцейських затримали троє"),
    ("uk", "Перша жінка побила другу в барі", "Першу жінку побила друга в барі"),
    ("uk", "Кораблі вийшли з порту вранці", "Кораблі вийшли в порт вранці"),
    ("uk", "Вей: тариф на газ не зросте", "Вея: тариф на газ не зросте"),
    ("uk", "Двоє рятувальників знайшли туристів", "Двох рятувальників знайшли туристи"),
    ("uk", "Страйк триває три дні у Калдері", "Страйк триває тридцять днів у Калдері"),
    ("uk", "Дводенний страйк почався в порту", "Дводесятиденний страйк почався в порту"),
    ("ru", "Двухлетний план принят в Арканде", "Двухдневный план принят в Арканде"),
    ("ru", "Поезда с юга прибыли с опозданием", "Поезда на юг прибыли с опозданием"),
    ("ru", "Иванов заявил, что Петров лгал о счетах", "Петров заявил, что Иванов лгал о счетах"),
    ("ru", "По словам Баредина, тур пройдет без наблюдателей", "Баредина: тур пройдет без наблюдателей"),
    ("pl", "Dwóch policjantów zatrzymało kierowcę", "Dwoje policjantów zatrzymało kierowcę"),
    ("pl", "Rakieta leci z wyspy Marabu w nocy", "Rakieta leci na wyspę Marabu w nocy"),
    ("pl", "Strajk trwa dwa dni w Arkandzie", "Strajk trwa dwanaście dni w Arkandzie"),
    ("ar", "مقتل خمسة وعشرين في فيلارنا", "مقتل خمسة في فيلارنا"),
    ("ar", "اعتقال ثلاثة وعشرين شخصا في بورتاليس", "اعتقال ثلاثة عشر شخصا في بورتاليس"),
)
"""Language, and two headlines that tell of two events."""


@pytest.mark.parametrize(("language", "one", "other"), PAIRS)
def test_two_events_are_not_one(language: str, one: str, other: str) -> None:
    for known, asked in ((one, other), (other, one)):
        index = Headlines([Known("a", known, (), language)])
        assert index.find(asked, Known("x", "", (), language)).ids == ()


SAME = (
    ("en", "Ferry sinks off Tarquay, nine passengers missing", "Nine passengers missing as ferry sinks off Tarquay"),
    ("en", "Tolvin: no deal on Port Arlen", "No deal on Port Arlen, says Tolvin"),
    ("en", "Customs officers seize smuggled tobacco", "Customs officer seizes smuggled tobacco"),
    ("en", "Economy of Ostavia grows by 2.3 percent", "Ostavia's economy grows 2.3%"),
    ("en", "Senate opens in March in Paris", "Senate opens in Paris in March"),
    (
        "de",
        "Lehrer in Sollwick beenden Streik nach Lohnabschluss",
        "Nach Lohnabschluss beenden Lehrer in Sollwick Streik",
    ),
    ("fr", "Des hackers publient les données de la poste", "Un hacker publie les données de la poste"),
    ("uk", "Учителі Солвіка припинили страйк у травні", "У травні учителі Солвіка припинили страйк"),
    ("ar", "كورساك يسلم ريلك خطة في إسطنبول", "كورساك يسلم ريلك خطة بإسطنبول"),
    ("en", "Court fines ferry firm $1.2m over spill", "Court fines ferry firm 1,200,000 dollars over spill"),
    ("en", "Flood waters recede in U.S. after run-off", "Floodwaters recede in US after runoff"),
    ("en", "Theatre programme of Korrin council cancelled", "Theater program of Korrin council canceled"),
    ("en", "Marend to close second port on Sept. 3rd", "Marend will close 2nd port on September 3"),
    ("de", "Zweitägiger Streik am 3.9. in Salach beendet", "2-tägiger Streik am 3. September in Salach beendet"),
    ("de", "Zinsen steigen auf 1.200 Mio. Euro", "Zinsen steigen auf 1,2 Milliarden €"),
    ("fr", "Torval emprunte 3 Mds $ aux USA", "Torval emprunte trois milliards de dollars aux États-Unis"),
    ("es", "La 2.ª vuelta cuesta 3 mil millones de euros", "La segunda vuelta cuesta 3.000 millones de €"),
    ("uk", "Двоє дітей зникли 3 вересня в Калдері", "2 дітей зникли 3-го вересня у Калдері"),
    ("ru", "По словам Баредина, тур пройдет без наблюдателей", "Баредин: тур пройдет без наблюдателей"),
    ("pl", "II tura kosztuje 3 tys. zł w Arkandzie", "Druga tura kosztuje 3000 złotych w Arkandzie"),
    ("ar", "اعتقال خمسة وعشرين شخصا في بورتاليس", "اعتقال ٢٥ شخصا في بورتاليس"),
)


@pytest.mark.parametrize(("language", "one", "other"), SAME)
def test_one_event_is_one_in_either_wording(language: str, one: str, other: str) -> None:
    index = Headlines([Known("a", one, (), language)])
    assert index.find(other, Known("x", "", (), language)).ids == ("a",)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Shelling of Torval market kills a soldier", "Shelling of Torval market kills soldiers"),
        ("fr", "Un pêcheur tué dans la tempête à Calder", "Des pêcheurs tués dans la tempête à Calder"),
        ("uk", "У Калдері загинув рибалка від удару хвилі", "У Калдері загинули рибалки від удару хвилі"),
        ("en", "Torval to sell its northern smelter", "Is Torval to sell its northern smelter?"),
    ],
)
def test_victims_are_counted_and_a_question_is_no_statement(language: str, one: str, other: str) -> None:
    index = Headlines([Known("a", one, (), language)])
    assert index.find(other, Known("x", "", (), language)).ids == ()


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "en",
            "Torval bridge closed to lorries until May",
            "Torval bridge closed to lorries until May – transport ministry",
        ),
        ("uk", "Курс утримається до літа", "Курс утримається до літа – міністерка фінансів Дзвін"),
        ("en", "(VIDEO) Comet seen over Torval", "UPDATE 2- Comet seen over Torval"),
    ],
)
def test_what_is_hung_on_or_put_before_says_nothing(language: str, one: str, other: str) -> None:
    index = Headlines([Known("a", one, (), language)])
    assert index.find(other, Known("x", "", (), language)).ids == ("a",)


def test_a_word_has_its_gap_and_knows_where_it_stands() -> None:
    words = carrying("Ferry sinks off the coast, 9 per cent lost", "en")
    assert [(word.key, word.gap) for word in words[2:5]] == [("coast", ("off", "the")), ("9", ()), ("%", ())]
    assert (words[3].is_after_mark, words[3].is_counted, words[0].is_first) == (True, True, True)


@pytest.mark.parametrize(
    ("one", "other", "language", "is_one"),
    [
        ("city", "cities", "en", True),
        ("custom", "customs", "en", False),
        ("zug", "zuge", "de", True),
        ("عرض", "عروض", "ar", True),
        ("міст", "місто", "uk", False),
        ("moscie", "mostach", "pl", True),
        ("lawful", "unlawful", "en", False),
        ("поезд", "поездка", "ru", False),
        ("журналист", "журналистка", "ru", False),
        ("собрание", "собрал", "ru", False),
        ("обіцянки", "обіцянок", "uk", True),
    ],
)
def test_forms_of_one_word(one: str, other: str, language: str, is_one: bool) -> None:
    assert is_form(one, other, language) is is_one


def test_a_case_that_tells_the_part_is_known() -> None:
    assert is_case("водій", "водія", "uk")
    assert not is_case("школа", "школи", "uk")


@pytest.mark.parametrize(
    ("ours", "theirs", "is_common", "is_one"),
    [
        ("protocoll", "protocol", False, True),
        ("regualtor", "regulator", False, True),
        ("refinary", "refinery", True, False),
        ("refineery", "refinery", True, True),
        ("minors", "miners", True, False),
        ("adminstration", "administration", True, True),
        ("administrotion", "administration", True, True),
        ("dorman", "dorvan", False, False),
        ("dorvian", "dorvan", False, False),
        ("charge", "change", True, False),
        ("export", "import", True, False),
        ("fire", "hire", True, False),
        ("weather", "weather", True, False),
    ],
)
def test_a_slip_gives_a_word_that_is_no_other(ours: str, theirs: str, is_common: bool, is_one: bool) -> None:
    assert is_slip(ours, theirs, is_common) is is_one


def test_a_name_of_the_front_matter_is_never_misspelt() -> None:
    known = [Known("a", "Reporters leave Tollburgen after flood", (), "de")]
    asked = "Reporters leave Tollbrugen after flood"
    assert Headlines(known).find(asked, Known("x", "", (), "de")).ids == ("a",)
    assert Headlines(known, ["Tollburgen"]).find(asked, Known("x", "", (), "de")).ids == ()
