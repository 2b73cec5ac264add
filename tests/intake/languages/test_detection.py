import pytest

from readalso.intake.languages.detection import detect

TEXTS = {
    "ar": ["قال الرئيس إن الاتفاق سيوقع في الشهر المقبل"],
    "az": ["Nazir dedi ki, məktəblər üçün pul yoxdur"],
    "be": ["Мост праз раку адкрыюць у снежні, паведаміў ён"],
    "bg": ["Министърът каза, че няма пари за училищата"],
    "bn": ["মন্ত্রী বলেন স্কুলের জন্য টাকা নেই"],
    "cs": ["Prezident řekl, že na schůzku nepřijede", "Vláda schválila nové opatření pro školy"],
    "da": ["Regeringen siger, at der ikke bliver nogen nye penge", "Statsministeren rejser til Bruxelles efter valget"],
    "de": ["Der Minister sagt, dass es kein Geld mehr gibt"],
    "el": ["Ο υπουργός είπε ότι δεν υπάρχουν χρήματα"],
    "en": ["The minister says there is no money for schools", "12345", ""],
    "es": ["El presidente dijo que no va a la reunión", "El Gobierno anuncia nuevas medidas para la educación"],
    "et": ["Minister ütles, et koolidele raha ei ole"],
    "fa": ["رئیس جمهور گفت که این توافق در ماه آینده امضا می شود"],
    "fi": ["Ministerin mukaan kouluille ei ole rahaa"],
    "fr": ["Le ministre a dit qu'il n'y avait plus d'argent pour les écoles", "La jetée est ouverte"],
    "he": ["השר אמר כי אין כסף לבתי הספר"],
    "hi": ["मंत्री ने कहा कि स्कूलों के लिए पैसा नहीं है"],
    "hu": ["A miniszter azt mondta, hogy nincs pénz az iskolákra"],
    "id": ["Menteri mengatakan tidak ada uang untuk sekolah"],
    "is": ["Ráðherrann sagði að engir peningar væru til"],
    "it": ["Il ministro ha detto che non ci sono più soldi per le scuole"],
    "ja": ["大統領は来月協定に署名すると述べた", "日米首脳会談、東京で開催へ"],
    "ka": ["მინისტრმა თქვა, რომ სკოლებისთვის ფული არ არის"],
    "ko": ["대통령은 다음 달 협정에 서명할 것이라고 말했다"],
    "lt": ["Ministras sakė, kad mokykloms pinigų nėra"],
    "lv": ["Ministrs teica, ka skolām naudas nav"],
    "mk": ["Министерот рече дека нема пари за училиштата, ќе бара"],
    "nb": ["Regjeringen sier at det ikke blir noen nye penger", "Statsministeren reiser til Brussel etter valget"],
    "nl": ["De minister zegt dat er geen geld meer is"],
    "pl": ["Minister powiedział, że nie ma pieniędzy na szkoły"],
    "pt": ["O presidente disse que não vai à reunião", "Governo anuncia novas medidas para a educação"],
    "ro": ["Ministrul a spus că nu există bani pentru școli"],
    "ru": ["Президент приехал в столицу, объявил он", "Мост через реку откроют в декабре"],
    "sk": ["Prezident povedal, že na stretnutie nepríde", "Vláda schválila nové opatrenia pre školy, ktoré sú"],
    "sl": ["Minister je dejal, da ni denarja za šole"],
    "sq": ["Ministri tha se nuk ka para për shkollat"],
    "sr": ["Министар је рекао да нема новца за школе"],
    "sv": ["Regeringen säger att det inte blir några nya pengar", "Statsministern åker till Bryssel och får stöd"],
    "th": ["รัฐมนตรีกล่าวว่าไม่มีเงินสำหรับโรงเรียน"],
    "tr": ["Bakan, yeni bir anlaşma için görüşmelerin sürdüğünü söyledi"],
    "uk": ["Міст через Руну відкриють у грудні", "Президент приїхав до столиці", "Пристань"],
    "ur": ["صدر نے کہا کہ معاہدہ اگلے ماہ ہو گا اور یہ بھی کہا"],
    "vi": ["Bộ trưởng nói rằng không có tiền cho các trường học"],
    "zh": ["总统说协议将于下月签署", "總統表示協議將於下月簽署"],
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in TEXTS.items() for text in texts])
def test_a_line_tells_its_language_from_its_neighbours(code: str, text: str) -> None:
    assert detect(text, default="uk" if code == "uk" else "en") == code


def test_text_without_words_is_in_the_default_language() -> None:
    assert detect("OK", default="fr") == "fr"
