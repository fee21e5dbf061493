"""The words that headers of tables are made of, in the languages shops meet.

Two tables: whole headers, and single words from which headers such as `Straße geschäftlich 2`,
`Ville (domicile)` or `Adres służbowy - kod pocztowy` are put together. A word may mean two things
at once (`Huisadres`: home, address); "" are words that change nothing.
"""

from customerbook.exchange.words import fold, table

HEADERS = table(
    {
        "prefix": "prefix,name prefix,honorific prefix,salutation,anrede,civilité,tratamiento,"
        "trattamento,aanhef,tratamento,zwrot grzecznościowy,forma grzecznościowa,namenspräfix,"
        "akademischer titel,обращение,oslovení,oslovenie",
        "given": "first name,given name,forename,first,given,fname,christian name,vorname,rufname,"
        "vornamen,prénom,prénoms,nombre,nombres,nombre de pila,nome,primeiro nome,nome próprio,"
        "nome de batismo,voornaam,roepnaam,imię,imiona,förnamn,fornavn,etunimi,jméno,meno,имя,"
        "ilk adı,名,名字,الاسم الأول,keresztnév,prenume,όνομα,ime",
        "additional": "middle name,additional name,middle,second name,weitere vornamen,2 vorname,"
        "zweiter vorname,mittelname,deuxième prénom,autres prénoms,segundo nombre,secondo nome,"
        "middelste naam,tussenvoegsel,drugie imię,segundo nome,mellannamn,mellemnavn,отчество,"
        "další jméno,ikinci adı,ミドル,الاسم الأوسط",
        "family": "last name,family name,surname,last,lname,nachname,familienname,zuname,nom,"
        "nom de famille,apellidos,apellido,primer apellido,cognome,achternaam,familienaam,"
        "nazwisko,apelido,apelidos,sobrenome,último nome,efternamn,etternavn,efternavn,sukunimi,"
        "příjmení,priezvisko,фамилия,soyadı,姓,姓氏,اسم العائلة,vezetéknév,nume de familie,επώνυμο,"
        "prezime",
        "suffix": "suffix,name suffix,honorific suffix,namenszusatz,suffixe,sufijo,suffisso,"
        "titolo straniero,achtervoegsel,sufiks,sufixo,namnsuffix,suffiks,суффикс,sonek",
        "since": "customer since,client since,kunde seit,client depuis,cliente desde,cliente dal,"
        "klant sinds,klient od,kund sedan",
        "name": "name,name 1,name1,full name,fullname,display name,customer name,customer,"
        "client name,client,contact name,contact,kundenname,kunde,name des kunden,"
        "vollständiger name,ganzer name,anzeigename,vor und nachname,vorname nachname,"
        "ansprechpartner,kontakt,nom complet,prénom et nom,nom du client,nom à afficher,"
        "client nom,nombre completo,nombre y apellidos,nombre del cliente,cliente,nombre mostrado,"
        "nombre en pantalla,nome completo,nome e cognome,nome del cliente,nome visualizzato,"
        "nome do cliente,apresentar como,naam,volledige naam,weergavenaam,klant,klantnaam,"
        "imię i nazwisko,nazwa,nazwa klienta,klient,wyświetlana nazwa,namn,navn,nimi,celé jméno,"
        "фио,полное имя,отображаемое имя,имя и фамилия,ad soyad,الاسم,الاسم الكامل,"
        "表示名,顯示名稱,显示名称,ονοματεπώνυμο,név,isim",
        "family-first": "nachname vorname,name vorname,nachname und vorname,nom prénom,"
        "nom et prénom,apellidos y nombre,apellidos nombre,cognome e nome,cognome nome,"
        "nazwisko i imię,nazwisko imię,last name first name,last first",
        "nickname": "nickname,nick name,nick,alias,spitzname,surnom,pseudo,apodo,soprannome,"
        "bijnaam,pseudonim,przydomek,smeknamn,kaldenavn,псевдоним",
        "organisation": "organization,organisation,organization name,organisation name,company,"
        "company name,companyname,business,business name,work company,employer,account name,"
        "default address company,firma,firmenname,firmenbezeichnung,unternehmen,betrieb,société,"
        "entreprise,raison sociale,nom de l entreprise,nom de la société,empresa,compañía,"
        "organización,razón social,nombre de la empresa,società,azienda,ditta,ragione sociale,"
        "organizzazione,bedrijf,bedrijfsnaam,organisatie,firma organizacja,organizacja,"
        "nazwa firmy,companhia,organização,razão social,nome da empresa,företag,virksomhed,yritys,"
        "společnost,spoločnosť,организация,компания,şirket,会社名,公司,組織,组织,الشركة,cég,firmă,εταιρεία,"
        "tvrtka",
        "department": "department,organization department,abteilung,service,département société,"
        "departamento,reparto,afdeling,dział,oddział,departament,avdelning,afdeling,отдел,bölüm,"
        "setor,部署,部門,部门,oddělení,القسم",
        "job": "job title,jobtitle,job,position,role,organization title,occupation,work title,"
        "beruf,funktion,stellung,berufsbezeichnung,arbeitstitel,stelle,fonction,poste,profession,"
        "cargo,puesto,profesión,posizione,qualifica,mansione,functie,beroep,werkfunctie,"
        "stanowisko,zawód,função,profissão,befattning,stilling,должность,iş unvanı,役職,職稱,职务,"
        "المسمى الوظيفي,funkce",
        "title": "title,titel,titre,título,titolo,tytuł,titulo,unvan",
        "birthday": "birthday,birth date,birthdate,date of birth,dob,bday,geburtstag,geburtsdatum,"
        "geb datum,geboren,geboren am,anniversaire,date de naissance,naissance,cumpleaños,"
        "fecha de nacimiento,nacimiento,compleanno,data di nascita,nascita,verjaardag,"
        "geboortedatum,urodziny,data urodzenia,data de nascimento,nascimento,födelsedag,"
        "fødselsdag,fødselsdato,syntymäpäivä,narozeniny,datum narození,narodeniny,день рождения,"
        "дата рождения,doğum günü,doğum tarihi,誕生日,生日,تاريخ الميلاد",
        "anniversary": "anniversary,wedding anniversary,wedding day,jahrestag,hochzeitstag,"
        "anniversaire de mariage ou fête,anniversaire de mariage,aniversario,anniversario,"
        "speciale datum,trouwdag,rocznica,datas especiais,aniversário de casamento,årsdag,"
        "mærkedag,годовщина,yıldönümü,記念日",
        "birth-day": "birth day,jour,día de nacimiento,giorno di nascita,geboortedag,"
        "urodziny dzień,dia de nascimento,födelsedatum,день рождения число",
        "birth-month": "birth month,geburtsmonat,mois,mes de nacimiento,mese di nascita,"
        "geboortemaand,urodziny miesiąc,mês de nascimento,födelsemånad,месяц рождения",
        "birth-year": "birth year,geburtsjahr,année de naissance,año de nacimiento,"
        "anno di nascita,geboortejaar,urodziny rok,ano de nascimento,födelseår,год рождения",
        "note": "note,notes,memo,comment,comments,remark,remarks,customer note,info,"
        "additional information,notiz,notizen,bemerkung,bemerkungen,anmerkung,anmerkungen,"
        "kommentar,hinweis,hinweise,remarque,remarques,commentaire,commentaires,nota,notas,"
        "observaciones,comentarios,annotazioni,osservazioni,commenti,notitie,notities,opmerking,"
        "opmerkingen,aantekeningen,notatka,notatki,uwagi,observações,anotações,anteckningar,noter,"
        "notater,poznámka,poznámky,заметки,примечание,notlar,メモ,注释,註解,ملاحظات,"
        "notes 2,notes 3",
        "tags": "tag,tags,category,categories,group,groups,labels,group membership,kategorie,"
        "kategorien,gruppe,gruppen,schlagworte,catégorie,catégories,groupe,groupes,étiquettes,"
        "categoría,categorías,grupo,grupos,etiquetas,categoria,categorie,gruppo,gruppi,etichette,"
        "categorieën,groep,groepen,kategoria,grupa,grupy,etykiety,categorias,kategorier,категории,"
        "kategoriler,分類",
        "language": "language,sprache,langue,idioma,lingua,taal,język,språk,sprog,язык,dil,kieli",
        "messenger": "messenger,im,imaddress,im address,instant messenger,screen name,jabber,"
        "skype,icq,msn,aim,matrix,telegram,signal,threema,whatsapp,viber,line id,wechat,"
        "messenger name,messenger id,skype id",
        "gender": "gender,sex,geschlecht,sexe,género,sexo,genere,sesso,geslacht,płeć,kön,køn,пол,"
        "cinsiyet",
        "kind": "customer kind",
        "forbidden": "do not contact",
        "consents": "consents",
        "usual": "priority,private,sensitivity,priorität,privat,vertraulichkeit,priorité,privé,"
        "critère de diffusion,prioridad,confidencialidad,priorità,privato,riservatezza,prioriteit,"
        "gevoeligheid,priorytet,prywatne,charakter,prioridade,sensibilidade,prioritet,känslighet,"
        "følsomhed,важность,частное,пометка,öncelik,özel,duyarlılık",
    }
)
"""Folded headers and the field each stands for."""

WORDS = table(
    {
        "work": "work,business,office,professional,geschäftlich,dienstlich,arbeit,beruflich,büro,"
        "bureau,professionnel,professionnelle,pro,travail,trabajo,oficina,profesional,uff,ufficio,"
        "lavoro,werk,zakelijk,służbowy,służbowa,praca,pracy,biuro,firmowy,firmowa,emprego,"
        "comercial,trabalho,profissional,arbete,arbejde,työ,práce,раб,рабочий,iş,会社,勤務先,العمل",
        "company": "company,firma,firmen,firmy,société,entreprise,empresa,azienda,società,bedrijf,"
        "organización,företag,организации,şirket",
        "home": "home,private,personal,privat,domicile,personnel,personnelle,privé,privée,maison,"
        "casa,particular,domicilio,residencia,personale,ab,abitazione,residenza,thuis,huis,prive,"
        "dom,domowy,domowa,domu,prywatny,residencial,residência,pessoal,hem,koti,domů,домашний,ev,"
        "自宅,المنزل",
        "other": "other,another,alternate,alternative,secondary,sekundäre,sekundär,sonstige,"
        "sonstiges,weiterer,weitere,weiteres,andere,anderes,alternativ,autre,secondaire,otro,otra,"
        "secundario,secundaria,altro,altra,secondaria,ander,anders,overig,inny,inna,inne,"
        "dodatkowy,outro,outra,secundário,annan,annat,anden,andet,другой,diğer,その他",
        "billing": "billing,invoice,rechnung,facturation,facturación,fatturazione,factuur",
        "shipping": "shipping,delivery,lieferung,livraison,envío,spedizione,levering",
        "home address": "huisadres,privatadresse,hemadress,wohnadresse,heimadresse",
        "work address": "werkadres,geschäftsadresse,firmenadresse,arbejdsadresse,arbetsadress",
        "billing address": "rechnungsadresse,rechnungsanschrift,factuuradres",
        "shipping address": "lieferadresse,lieferanschrift,verzendadres,afleveradres",
        "phone": "phone,telephone,tel,ph,phones,telefon,fon,rufnummer,telefonnummer,telefonnr,"
        "festnetz,landline,festnetznummer,téléphone,teléfono,fijo,telefono,telefoon,"
        "telefoonnummer,telefone,telefonu,puhelin,телефон,telefonu,電話,电话,هاتف,τηλέφωνο",
        "mobile": "mobile,cell,cellular,cellphone,mobil,handy,mobilnummer,handynummer,"
        "mobiltelefon,mobilfunk,mobiltel,mobilephone,natel,gsm,portable,móvil,celular,cellulare,"
        "mobiel,mobiele,komórkowy,komórka,komórkowego,telemóvel,mobilní,matkapuhelin,мобильный,"
        "переносной,cep,携帯電話,手机,手機,κινητό",
        "home phone": "privattelefon,hemtelefon,自宅電話",
        "work phone": "diensttelefon,geschäftstelefon,firmentelefon,arbetstelefon,会社電話",
        "fax": "fax,telefax,faxnummer,télécopie,télécopieur,faks,faksu,факс",
        "pager": "pager,piepser,radiomessagerie,radiotéléavertisseur,buscapersonas,cercapersone,"
        "semafoon,pieper,personsökare,personsøger,пейджер",
        "main phone": "haupttelefon,hoofdtelefon,hoofdtelefoon,zentrale,centralita",
        "main": "main,primary,principal,principale,primär,primäre,haupt,główny,podstawowy,eerste,"
        "primaria,primario,primário,primær,основной",
        "car phone": "autotelefon,autotelefoon,biltelefon",
        "car": "car,voiture,auto,carro,coche,samochodzie",
        "assistant": "assistant,assistants,assistent,assistente,asistente,asystenta,assistentens,"
        "assistents",
        "callback": "callback,rückmeldung,rückruf,rappel,terugbellen,motringning",
        "radio phone": "radiotelefon,radiotelefono,radiotelefoon,radiofone,радиотелефон",
        "radio": "radio",
        "isdn": "isdn,rnis,rdsi",
        "textphone": "tty,tdd,teksttelefoon",
        "telex": "telex,télex,teleks,телекс",
        "email": "email,mail,courriel,messagerie,correo,emailadresse,mailadresse,emailaddress,"
        "emailadres,mailadres,epostadress,epost,email adresse,почты,почта,sähköposti,البريد,"
        "メールアドレス",
        "web": "web,website,webseite,webpage,homepage,internetseite,internetadresse,url,site,www,"
        "webpagina,webside,webbsida,hemsida,kotisivu,internet,веб",
        "post_box": "pobox,postfach,bp,boîte,apartado,casella,postbus,postbusnummer,skrytka,"
        "skrzynka,caixa,ящик",
        "postcode": "postcode,postal,postale,zip,zipcode,plz,postleitzahl,cp,cap,pocztowy,cep,"
        "postnummer,postnr,psč,индекс,почтовый,郵便番号,邮政编码",
        "work postcode": "werkpostcode",
        "country": "country,land,staat,pays,país,paese,nazione,kraj,państwo,maa,země,страна,ülke,"
        "国,国家,البلد,countrycode,ländercode,länderkürzel",
        "work country": "werkland",
        "region": "state,province,region,county,bundesland,kanton,département,dép,région,"
        "provincia,estado,regione,provincie,regio,região,województwo,distrito,delstat,område,"
        "область,bölge,都道府県,stato",
        "work region": "werkprovincie",
        "town": "localidade,città,city,town,ort,stadt,wohnort,ville,localité,commune,ciudad,"
        "localidad,población,città,comune,località,plaats,stad,woonplaats,miasto,miejscowość,"
        "cidade,kaupunki,obec,město,город,şehir,gemeente,postort,市町村,城市,πόλη,by",
        "home town": "hemort",
        "work town": "werklocatie",
        "house": "hausnummer,hausnr,hnr,huisnummer,housenumber,civico,hausnumer",
        "street": "street,strasse,straße,str,rue,calle,via,straat,ulica,ul,rua,gata,gade,"
        "straatnaam,katuosoite,ulice,улица,cadde,番地",
        "address": "address,addr,adresse,anschrift,dirección,direccion,indirizzo,adres,adress,"
        "endereço,morada,osoite,adresa,адрес,adresi,住所,العنوان,διεύθυνση,gatuadress",
        "extended": "adresszusatz,zusatz,apartment,apt,suite,unit,complément,complemento,"
        "toevoeging,extended",
        "box": "box",
        "": "of,the,pocztowa,récepteur,zu,de,del,della,dell,di,da,do,das,dos,du,des,la,le,l,los,a,"
        "o,or,and,und,et,e,y,i,r,s,en,el,op,na,w,der,die,number,nummer,nr,no,num,numero,número,"
        "numer,code,codigo,código,codice,kod,line,zeile,ligne,default,customer,kunde,kunden,"
        "client,cliente,klant,contact,kontakt,value,geografica,area,electrónico,electronico,"
        "elettronica,posta,elektronik,eletrónico,eletrônico,эл,الإلكتروني,seite,page,pagina,"
        "página,strona,sieci,страница,sayfası,adı,kodu",
    }
)
"""Folded words and what each adds to a header; several, parted by spaces, in long words."""

PHRASES = tuple(
    (f" {fold(phrase)} ", f" {word} ")
    for phrase, word in (
        ("e mail", "email"),
        ("e post", "epost"),
        ("e mailadres", "email"),
        ("e postadress", "email"),
        ("post code", "postcode"),
        ("po box", "pobox"),
        ("p o box", "pobox"),
        ("b p", "bp"),
        ("house no", "housenumber"),
        ("house number", "housenumber"),
        ("haus nr", "hausnr"),
        ("correio", "email"),
        ("posta elettronica", "email"),
        ("elektronik posta", "email"),
        ("e mailtype", "email typ"),
        ("e mailtyp", "email typ"),
        ("e posttyp", "email typ"),
        ("e postnamn", "email navn"),
        ("telefon für hörbehinderte", "tty"),
        ("número de teletipo", "tty"),
        ("retorno de chamada", "callback"),
        ("devolución de llamada", "callback"),
        ("richiamata automatica", "callback"),
        ("wywołanie zwrotne", "callback"),
        ("обратный вызов", "callback"),
        ("телефон в машине", "biltelefon"),
    )
)
"""Words that mean something only together."""

MAIL_EXTRAS = frozenset(
    word
    for words in (
        "display name type typ tipo rodzaj angezeigter anzeigename nom complet nombre pantalla",
        "visualizzato nome weergavenaam weergegeven naam voor mailtype posttyp postnamn vist navn",
        "wyswietlana nazwa exibicao para краткое имя тип turu gorunen adi mailtyp poczty",
    )
    for word in words.split()
)
"""Words beside "email" in the headers of Outlook's technical columns."""
