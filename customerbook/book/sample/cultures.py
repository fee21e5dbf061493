"""Names from many countries, for invented customers: our own lists, no person meant.

A name is written `as in its script=in Latin letters`, a family name that differs between men and
women `his/hers`. Names that put the family first are listed whole.
"""

from dataclasses import dataclass
from functools import cached_property

from customerbook.book.sample.draws import listed


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is written, and in Latin letters if that is another script."""

    written: str
    latin: str = ""


@dataclass(frozen=True)
class Culture:
    """Names of one language; `share` is how often it occurs beside the others'.

    `whole` are full names, family first, of those who write them so.
    """

    language: str
    share: int
    women: str = ""
    men: str = ""
    families: str = ""
    whole: str = ""

    @cached_property
    def given(self) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
        """Given names of women and of men."""
        return _names(self.women), _names(self.men)

    @cached_property
    def family(self) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
        """Family names as women and as men carry them."""
        pairs = [part.split("/") for part in listed(self.families)]
        hers = tuple(_name(pair[-1]) for pair in pairs)
        return hers, tuple(_name(pair[0]) for pair in pairs)

    @cached_property
    def full(self) -> tuple[Name, ...]:
        """Names written with the family first."""
        return _names(self.whole)


def _name(part: str) -> Name:
    written, _, latin = part.partition("=")
    return Name(written, latin)


def _names(text: str) -> tuple[Name, ...]:
    return tuple(_name(part) for part in listed(text))


CULTURES: tuple[Culture, ...] = (
    Culture(
        "de",
        400,
        "Anna, Lena, Sophie, Marie, Katharina, Johanna, Theresa, Magdalena, Veronika, Franziska, "
        "Barbara, Monika, Renate, Ingrid, Christa, Ursula, Gerlinde, Roswitha, Heike, Sabine, "
        "Birgit, Claudia, Petra, Silke, Anja, Kerstin, Stefanie, Melanie, Julia, Eva-Maria, "
        "Käthe, Luise, Frieda, Paula, Emma, Ronja, Hanna, Annegret, Bärbel, Zita",
        "Lukas, Maximilian, Korbinian, Quirin, Xaver, Sebastian, Florian, Benedikt, Vinzenz, "
        "Ludwig, Josef, Alois, Georg, Hans-Peter, Karl-Heinz, Jürgen, Günther, Rüdiger, Wolfgang, "
        "Dieter, Bernd, Uwe, Holger, Torsten, Jörg, Götz, Matthias, Andreas, Stefan, Markus, "
        "Tobias, Simon, Jonathan, Emil, Anton, Leopold, Moritz, Bastian, Sören, Till",
        "Huber, Maier, Bauer, Wagner, Fischer, Schneider, Weber, Schmid, Schmidt, Hofmann, "
        "Lechner, Gruber, Steiner, Moser, Wimmer, Stadler, Obermeier, Niedermayr, Brandl, "
        "Eichinger, Kirchner, Vogel, Krüger, Schäfer, Köhler, König, Größler, Weiß, Groß, Böhm, "
        "Jäger, Löffler, Zöllner, Häußler, Strauß, Kühn, Lindemann, Petersen, Hansen, Claasen, "
        "Thiele, Richter, Scholz, Engelhardt, Baumgartner, Sedlmayr, Wörndl, Pfisterer, "
        "von Rabenau, zu Hohenau, Schulze-Bergmann, Aschenbrenner, Dirnberger, Kagerer",
    ),
    Culture(
        "tr",
        70,
        "Ayşe, Elif, Zeynep, Büşra, Gülşen, Şebnem, Özge, Derya, İpek, Çiğdem, Nurgül, Sevda",
        "Mehmet, Emre, Can, Çağlar, Oğuz, İbrahim, Hüseyin, Şükrü, Ünal, Tarık, Barış, Yiğit",
        "Yılmaz, Demir, Çelik, Şahin, Öztürk, Aydın, Kılıç, Doğan, Güneş, Koç, Yıldırım, Ağaoğlu",
    ),
    Culture(
        "pl",
        50,
        "Agnieszka, Katarzyna, Małgorzata, Joanna, Żaneta, Zofia, Stanisława, Grażyna, Łucja, Ola",
        "Paweł, Łukasz, Krzysztof, Piotr, Bartłomiej, Grzegorz, Zbigniew, Stanisław, Michał, Jan",
        "Kowalski/Kowalska, Wiśniewski/Wiśniewska, Wójcik, Kamiński/Kamińska, Dąbrowski/Dąbrowska, "
        "Szymański/Szymańska, Woźniak, Mazur, Krawczyk, Piątek, Gołąb, Żak, Bąk, Sikora, Śliwa",
    ),
    Culture(
        "it",
        45,
        "Chiara, Francesca, Giulia, Alessandra, Federica, Beatrice, Carlotta, Ilaria, Nicoletta",
        "Luca, Matteo, Alessandro, Giovanni, Niccolò, Salvatore, Enrico, Davide, Gianluigi, Elia",
        "Rossi, Bianchi, Esposito, Ricci, De Luca, D’Angelo, Conti, Galli, Fontana, Santoro, Longo",
    ),
    Culture(
        "hr",
        45,
        "Ana, Ivana, Marija, Željka, Snežana, Dragana, Jasmina, Lejla, Mirjana, Đurđica, Nataša",
        "Ivan, Marko, Željko, Dragan, Zoran, Siniša, Miloš, Đorđe, Emir, Haris, Tomislav, Nenad",
        "Horvat, Kovačević, Babić, Marić, Jurić, Đukić, Petrović, Jovanović, Hadžić, Čolić, Žižić",
    ),
    Culture(
        "el",
        25,
        "Μαρία=Maria, Ελένη=Eleni, Κατερίνα=Katerina, Βασιλική=Vasiliki, Σοφία=Sofia, Άννα=Anna",
        "Γιώργος=Giorgos, Δημήτρης=Dimitris, Κώστας=Kostas, Νίκος=Nikos, Άγγελος=Angelos",
        "Παπαδόπουλος=Papadopoulos/Παπαδοπούλου=Papadopoulou, "
        "Οικονόμου=Oikonomou, Γεωργίου=Georgiou, Νικολαΐδης=Nikolaidis/Νικολαΐδου=Nikolaidou, "
        "Αγγελόπουλος=Angelopoulos/Αγγελοπούλου=Angelopoulou, Ζαφειρίου=Zafeiriou",
    ),
    Culture(
        "ru",
        30,
        "Анна=Anna, Екатерина=Ekaterina, Ольга=Olga, Татьяна=Tatiana, Юлия=Yulia, Алёна=Alyona",
        "Алексей=Alexey, Дмитрий=Dmitry, Сергей=Sergey, Пётр=Pyotr, Юрий=Yury, Фёдор=Fyodor",
        "Иванов=Ivanov/Иванова=Ivanova, Смирнов=Smirnov/Смирнова=Smirnova, "
        "Соловьёв=Solovyov/Соловьёва=Solovyova, Кузнецов=Kuznetsov/Кузнецова=Kuznetsova, "
        "Щербаков=Shcherbakov/Щербакова=Shcherbakova, Жуков=Zhukov/Жукова=Zhukova",
    ),
    Culture(
        "uk",
        30,
        "Оксана=Oksana, Наталія=Nataliia, Олена=Olena, Ярина=Yaryna, Соломія=Solomiia, Ївга=Yivha",
        "Андрій=Andrii, Тарас=Taras, Олексій=Oleksii, Сергій=Serhii, Юрій=Yurii, Євген=Yevhen",
        "Шевченко=Shevchenko, Коваленко=Kovalenko, Бондаренко=Bondarenko, Ткаченко=Tkachenko, "
        "Кравчук=Kravchuk, Лисенко=Lysenko, Поліщук=Polishchuk, Гнатюк=Hnatiuk",
    ),
    Culture(
        "ar",
        35,
        "ليلى=Layla, فاطمة=Fatima, مريم=Maryam, نور=Nour, سلمى=Salma, رانيا=Rania, هدى=Huda",
        "محمد=Mohammed, أحمد=Ahmad, يوسف=Youssef, خالد=Khaled, عمر=Omar, حسن=Hassan, سامي=Sami",
        "الحسن=Al-Hassan, خوري=Khoury, منصور=Mansour, سليمان=Suleiman, النجار=Al-Najjar, "
        "عباس=Abbas, درويش=Darwish, البيطار=Al-Bitar, شاهين=Shahin",
    ),
    Culture(
        "fa",
        12,
        "شیرین=Shirin, زهرا=Zahra, مینا=Mina, پریسا=Parisa, لاله=Laleh",
        "رضا=Reza, کاوه=Kaveh, مهدی=Mehdi, فرهاد=Farhad, پژمان=Pejman",
        "رضایی=Rezaei, کریمی=Karimi, تهرانی=Tehrani, گلستانی=Golestani, ژاله=Jaleh",
    ),
    Culture(
        "he",
        6,
        "נועה=Noa, תמר=Tamar, יעל=Yael, שירה=Shira",
        "דוד=David, יוסי=Yossi, אורי=Uri, איתן=Eitan",
        "כהן=Cohen, לוי=Levi, מזרחי=Mizrahi, פרידמן=Friedman",
    ),
    Culture(
        "hi",
        12,
        "प्रिया=Priya, अनीता=Anita, सुनीता=Sunita, दीपिका=Deepika",
        "राहुल=Rahul, अमित=Amit, संजय=Sanjay, विक्रम=Vikram",
        "शर्मा=Sharma, वर्मा=Verma, गुप्ता=Gupta, पटेल=Patel, सिंह=Singh",
    ),
    Culture(
        "en",
        40,
        "Emily, Charlotte, Olivia, Hannah, Abigail, Harriet, Phoebe, Imogen, Rosalind, Mary-Jane",
        "James, Oliver, George, Harry, Callum, Angus, Rhys, Desmond, Theodore, Jean-Luc, Winston",
        "Smith, Jones, Taylor, Brown, Davies, Wilson, Evans, Thomas, Walker, Fitzgerald, MacLeod, "
        "Llewellyn, O’Neill, St. John, Whitworth-Hughes, Ashcroft, Pemberton",
    ),
    Culture(
        "ga",
        8,
        "Aoife, Caoimhe, Niamh, Gráinne, Órla, Síle, Bríd",
        "Cillian, Pádraig, Seán, Oisín, Tadhg, Ruairí, Eoghan",
        "Ó Briain/Ní Bhriain, O’Sullivan, Mac Cárthaigh/Nic Chárthaigh, Byrne, Kavanagh, O’Reilly",
    ),
    Culture(
        "fr",
        25,
        "Amélie, Chloé, Élodie, Océane, Maëlle, Anaïs, Françoise, Hélène, Solène, Zoé",
        "Étienne, François, Jérôme, Benoît, Loïc, Gaël, Raphaël, Thibault, Hervé, Yoann",
        "Lefebvre, Dupont, Moreau, Girard, Béranger, Lacroix, Faucher, L’Hostis, Noël, Guérin",
    ),
    Culture(
        "es",
        25,
        "Lucía, Carmen, Inés, Begoña, Rocío, Xiomara, María Ángeles, Concepción, Íngrid",
        "Álvaro, Íñigo, Jesús, José Luis, Andrés, Ramón, Joaquín, Óscar, Ángel",
        "García Pérez, López Núñez, Rodríguez Peña, Martínez Ibáñez, Muñoz Ávila, Gómez Calderón, "
        "Vázquez Rey, Castaño Gil, Zúñiga Ortega, Etxeberria Agirre",
    ),
    Culture(
        "pt",
        15,
        "Inês, Conceição, Joana, Lurdes, Assunção, Mafalda, Thaís",
        "João, Tomás, Simão, Rui, Antônio, Gonçalo, Estêvão",
        "Gonçalves, da Conceição, Simões, Araújo, Magalhães, Falcão, dos Santos, Guimarães",
    ),
    Culture(
        "nl",
        14,
        "Sanne, Fleur, Maaike, Anouk, Renée, Liesbeth, Zoë",
        "Daan, Joost, Thijs, Bram, Maarten, Sjoerd, René",
        "de Vries, van den Berg, Jansen, van der Meer, Bakker, ’t Hooft, IJsselstein, Dijkstra",
    ),
    Culture(
        "da",
        8,
        "Astrid, Bodil, Sørine, Mette, Åse",
        "Søren, Jørgen, Anders, Mads, Bjørn",
        "Jørgensen, Sørensen, Kjær, Nørgaard, Møller, Østergaard",
    ),
    Culture(
        "sv",
        8,
        "Åsa, Märta, Linnéa, Ebba, Sigrid",
        "Göran, Åke, Björn, Mårten, Nils-Erik",
        "Åkerström, Lindqvist, Sjögren, Öberg, Hägglund, Ström",
    ),
    Culture(
        "nb",
        6,
        "Ingrid, Åshild, Ragnhild, Solveig, Tuva",
        "Øyvind, Håkon, Bjørn, Sverre, Trygve",
        "Bråthen, Kristoffersen, Nygård, Ødegård, Sæther, Bjørkås",
    ),
    Culture(
        "is",
        3,
        "Þórunn, Guðrún, Ásdís, Sigríður",
        "Þorsteinn, Guðmundur, Ægir, Sigurður",
        "Jónsson/Jónsdóttir, Þorvaldsson/Þorvaldsdóttir, Einarsson/Einarsdóttir",
    ),
    Culture(
        "fi",
        5,
        "Päivi, Aino, Hilkka, Tiina, Säde",
        "Väinö, Jukka, Pekka, Jyrki, Eero",
        "Mäkelä, Hämäläinen, Järvinen, Yli-Pöllänen, Korhonen, Nyström",
    ),
    Culture(
        "hu",
        16,
        "Réka, Erzsébet, Katalin, Ágnes, Zsófia, Csilla, Tünde",
        "László, Gábor, Zoltán, Ágoston, Győző, Csaba, Ödön",
        "Nagy, Kovács, Szabó, Tóth, Horváth, Szűcs, Őry, Erdős, Gyöngyösi",
    ),
    Culture(
        "cs",
        16,
        "Tereza, Kateřina, Eliška, Zdeňka, Růžena, Anežka, Věra",
        "Jiří, Ondřej, Vojtěch, Zdeněk, Řehoř, Miloš, Tomáš",
        "Novák/Nováková, Svoboda/Svobodová, Dvořák/Dvořáková, Černý/Černá, Procházka/Procházková, "
        "Kučera/Kučerová, Říha/Říhová, Šťastný/Šťastná",
    ),
    Culture(
        "ro",
        20,
        "Ioana, Ștefania, Mădălina, Ruxandra, Brândușa, Ana-Maria",
        "Ștefan, Răzvan, Cătălin, Ionuț, Mihai, Traian, Bogdan",
        "Popescu, Ionescu, Țepeș, Șerban, Stănescu, Brătianu, Văcărescu, Dănilă",
    ),
    Culture(
        "bg",
        8,
        "Мария=Maria, Иванка=Ivanka, Десислава=Desislava, Радка=Radka",
        "Георги=Georgi, Димитър=Dimitar, Стоян=Stoyan, Любомир=Lyubomir",
        "Иванов=Ivanov/Иванова=Ivanova, Димитров=Dimitrov/Димитрова=Dimitrova, "
        "Стоянов=Stoyanov/Стоянова=Stoyanova",
    ),
    Culture(
        "sq",
        12,
        "Arbërore, Vjosa, Drita, Teuta, Mirlinda, Blerina",
        "Besnik, Agim, Ilir, Shpëtim, Arbën, Gëzim",
        "Krasniqi, Hoxha, Gashi, Berisha, Çela, Shehu, Dërvishi",
    ),
    Culture(
        "hy",
        4,
        "Անի=Ani, Նարե=Nare, Արփինե=Arpine",
        "Տիգրան=Tigran, Արամ=Aram, Վահան=Vahan",
        "Հակոբյան=Hakobyan, Սարգսյան=Sargsyan, Պետրոսյան=Petrosyan",
    ),
    Culture(
        "ka",
        3,
        "ნინო=Nino, თამარ=Tamar, ქეთევან=Ketevan",
        "გიორგი=Giorgi, დავით=Davit, ლევან=Levan",
        "ბერიძე=Beridze, კაპანაძე=Kapanadze, გელაშვილი=Gelashvili",
    ),
    Culture(
        "yo",
        9,
        "Adéọlá, Fọláṣadé, Títílayọ̀, Ngozi, Chiamaka, Abena",
        "Olúwaṣeun, Babátúndé, Chukwuemeka, Kwabena, Ifeanyi, Kofi",
        "Adébáyọ̀, Ọláńrewájú, Okonkwo, Nwosu, Boateng, Asante, Ọ̀gúnlẹ́yẹ",
    ),
    Culture(
        "so",
        8,
        "Hodan, Amina, Selamawit, Tigist, Faduma, Mehret",
        "Abdirahman, Dawit, Yonas, Tesfaye, Warsame, Bekele",
        "Mohamud, Tekle, Gebremariam, Warsame, Haile, Abdi Nur",
    ),
    Culture(
        "vi",
        12,
        whole="Nguyễn Văn Hùng, Trần Thị Lan Hương, Lê Quốc Đạt, Phạm Minh Đức, Hoàng Thị Thảo, "
        "Vũ Ngọc Ánh, Đặng Thùy Trang, Bùi Xuân Phúc, Đỗ Khánh Linh, Nguyễn Thị Bích Ngọc, "
        "Phan Anh Tuấn, Lý Gia Hân, Trương Vĩnh Ký, Ngô Bảo Châu Anh, Dương Thị Mỹ Dung",
    ),
    Culture(
        "zh",
        14,
        whole="王芳=Wang Fang, 李伟=Li Wei, 张丽娜=Zhang Lina, 刘洋=Liu Yang, 陈静=Chen Jing, "
        "杨建国=Yang Jianguo, 赵敏=Zhao Min, 黄晓燕=Huang Xiaoyan, 周杰=Zhou Jie, "
        "吴雪梅=Wu Xuemei, 林志豪=Lin Chih-hao, 歐陽雅婷=Ouyang Ya-ting",
    ),
    Culture(
        "ja",
        6,
        whole="佐藤 花子=Satō Hanako, 鈴木 一郎=Suzuki Ichirō, 高橋 美咲=Takahashi Misaki, "
        "田中 陽翔=Tanaka Haruto, 渡辺 さくら=Watanabe Sakura, 伊藤 健=Itō Ken",
    ),
    Culture(
        "ko",
        5,
        whole="김서연=Kim Seo-yeon, 이준호=Lee Jun-ho, 박지민=Park Ji-min, 최민서=Choi Min-seo, "
        "정하늘=Jung Ha-neul, 한유진=Han Yu-jin",
    ),
)
