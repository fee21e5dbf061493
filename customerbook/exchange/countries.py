"""Countries by their names in the languages of Europe, as ISO 3166 codes."""

from functools import lru_cache

from customerbook.exchange.words import fold

_NAMES = {
    "AE": "united arab emirates,uae,vereinigte arabische emirate,émirats arabes unis,الإمارات",
    "AR": "argentina,argentinien,argentine,argentinië,argentyna",
    "AT": "austria,österreich,autriche,oostenrijk,áustria,ausztria,rakousko,rakúsko,a",
    "AU": "australia,australien,australie,austrália,avustralya",
    "BE": "belgium,belgien,belgique,bélgica,belgio,belgië,belgia",
    "BG": "bulgaria,bulgarien,bulgarie,българия,bulgarije,bułgaria",
    "BR": "brazil,brasilien,brésil,brasil,brasile,brazilië,brazylia",
    "CA": "canada,kanada,canadá",
    "CH": "switzerland,schweiz,suisse,svizzera,suiza,zwitserland,szwajcaria,suíça,svájc,švýcarsko",
    "CN": "china,chine,cina,chiny,中国,中國,people s republic of china",
    "CY": "cyprus,zypern,chypre,chipre,cipro,κύπρος,cypr",
    "CZ": "czech republic,czechia,tschechien,tschechische republik,république tchèque,tchéquie,"
    "república checa,chequia,repubblica ceca,cechia,tsjechië,czechy,česko,česká republika",
    "DE": "germany,deutschland,allemagne,alemania,germania,duitsland,niemcy,alemanha,tyskland,"
    "německo,nemecko,németország,saksa,германия,almanya,γερμανία,ألمانيا,"
    "bundesrepublik deutschland,federal republic of germany,brd,d,ドイツ,德国,německá",
    "DK": "denmark,dänemark,danemark,dinamarca,danimarca,denemarken,dania,danmark",
    "EE": "estonia,estland,estonie,eesti",
    "EG": "egypt,ägypten,égypte,egipto,egitto,egypte,egipt,egito,مصر",
    "ES": "spain,spanien,espagne,españa,spagna,spanje,hiszpania,espanha",
    "FI": "finland,finnland,finlande,finlandia,suomi",
    "FR": "france,frankreich,francia,frankrijk,francja,frança,frankrike,frankrig,франция",
    "GB": "united kingdom,uk,great britain,england,scotland,wales,northern ireland,"
    "vereinigtes königreich,großbritannien,royaume uni,angleterre,reino unido,regno unito,"
    "verenigd koninkrijk,wielka brytania,storbritannien",
    "GR": "greece,griechenland,grèce,grecia,griekenland,grecja,grécia,ελλάδα",
    "HR": "croatia,kroatien,croatie,croacia,croazia,kroatië,chorwacja,croácia,hrvatska",
    "HU": "hungary,ungarn,hongrie,hungría,ungheria,hongarije,węgry,hungria,magyarország",
    "IE": "ireland,irland,irlande,irlanda,ierland,irlandia,éire",
    "IL": "israel,israël,israele,izrael",
    "IN": "india,indien,inde,indie,índia",
    "IR": "iran,irán,irão,ایران",
    "IT": "italy,italien,italie,italia,italië,włochy,itália,itálie,taliansko,италия",
    "JP": "japan,japon,japón,giappone,japonia,japão,日本",
    "KR": "south korea,korea,republic of korea,südkorea,corée du sud,corea del sur,대한민국",
    "LI": "liechtenstein",
    "LT": "lithuania,litauen,lituanie,lituania,lietuva",
    "LU": "luxembourg,luxemburg,luxemburgo,lussemburgo,luksemburg,letzebuerg",
    "LV": "latvia,lettland,lettonie,letonia,latvija",
    "MT": "malta,malte",
    "MX": "mexico,mexiko,mexique,méxico,messico,meksyk",
    "NL": "netherlands,the netherlands,holland,niederlande,pays bas,países bajos,paesi bassi,"
    "nederland,holandia,niderlandy,países baixos,nederländerna",
    "NO": "norway,norwegen,norvège,noruega,norvegia,noorwegen,norwegia,norge",
    "NZ": "new zealand,neuseeland,nouvelle zélande,nueva zelanda,nuova zelanda",
    "PL": "poland,polen,pologne,polonia,polska,polónia,lengyelország,polsko,польша",
    "PT": "portugal,portogallo,portugalia",
    "RO": "romania,rumänien,roumanie,rumania,roemenië,rumunia,románia,românia",
    "RS": "serbia,serbien,serbie,servië,srbija,србија",
    "RU": "russia,russland,russie,rusia,rusland,rosja,rússia,russian federation,россия,"
    "российская федерация",
    "SE": "sweden,schweden,suède,suecia,svezia,zweden,szwecja,suécia,sverige,ruotsi",
    "SI": "slovenia,slowenien,slovénie,eslovenia,slovenië,słowenia,slovenija",
    "SK": "slovakia,slowakei,slovaquie,eslovaquia,slovacchia,slowakije,słowacja,slovensko",
    "SY": "syria,syrien,syrie,siria,syrië,سوريا",
    "TR": "turkey,türkei,turquie,turquía,turchia,turkije,turcja,turquia,türkiye",
    "UA": "ukraine,ucrania,ucraina,oekraïne,ukraina,україна",
    "US": "united states,united states of america,usa,u s a,america,vereinigte staaten,états unis,"
    "estados unidos,stati uniti,verenigde staten,stany zjednoczone,eeuu,ee uu",
    "VN": "vietnam,viet nam,việt nam,wietnam",
    "ZA": "south africa,südafrika,afrique du sud,sudáfrica,sudafrica,zuid afrika",
}
_CODES = {fold(name): code for code, names in _NAMES.items() for name in names.split(",")}


@lru_cache(maxsize=2048)
def country_code(typed: str) -> str:
    """The ISO 3166 code of a country, or the words as typed if they name none we know.

    Two capital letters are taken for a code already.
    """
    words = typed.strip()
    if len(words) == 2 and words.isascii() and words.isalpha() and words.isupper():
        return "GB" if words == "UK" else words
    code = _CODES.get(fold(words))
    if code is None and len(words) == 2 and words.upper() in _NAMES:
        return words.upper()
    return code or words


def names_country(typed: str) -> bool:
    """Whether the words name a country we know."""
    return country_code(typed) in _NAMES
