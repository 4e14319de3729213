import { wordsFromList } from './word-list.ts'

/** Seats of government and towns where diplomacy meets, in French, English and Arabic; "/" divides spellings. */
const ROWS = wordsFromList(String.raw`
  Tirana = Tirana = تيرانا; Andorre-la-Vieille = Andorra la Vella = أندورا لا فيلا; Vienne = Vienna = فيينا;
  Minsk = Minsk = مينسك; Sarajevo = Sarajevo = سراييفو; Sofia = Sofia = صوفيا; Zagreb = Zagreb = زغرب;
  Nicosie = Nicosia = نيقوسيا; Prague = Prague = براغ; Copenhague = Copenhagen = كوبنهاغن;
  Tallinn = Tallinn = تالين; Helsinki = Helsinki = هلسنكي; Athènes = Athens = أثينا; Budapest = Budapest = بودابست;
  Reykjavik = Reykjavik / Reykjavík = ريكيافيك; Dublin = Dublin = دبلن; Pristina = Pristina = بريشتينا; Riga = Riga = ريغا;
  Vaduz = Vaduz = فادوز; Vilnius = Vilnius = فيلنيوس; La Valette = Valletta = فاليتا;
  Chisinau / Chișinău = Chisinau / Chișinău = كيشيناو; Podgorica = Podgorica = بودغوريتسا; Skopje = Skopje = سكوبيه;
  Oslo = Oslo = أوسلو; Varsovie = Warsaw = وارسو; Lisbonne = Lisbon = لشبونة; Bucarest = Bucharest = بوخارست;
  Belgrade = Belgrade = بلغراد; Bratislava = Bratislava = براتيسلافا; Ljubljana = Ljubljana = ليوبليانا;
  Stockholm = Stockholm = ستوكهولم; Berne = Bern / Berne = برن; Kiev / Kyiv = Kyiv / Kiev = كييف; La Haye = The Hague = لاهاي;
  Amsterdam = Amsterdam = أمستردام; Davos = Davos = دافوس; Lausanne = Lausanne = لوزان; Zurich = Zurich = زيوريخ;
  Munich = Munich = ميونخ / ميونيخ; Francfort = Frankfurt = فرانكفورت; Hambourg = Hamburg = هامبورغ; Turin = Turin = تورينو;
  Naples = Naples = نابولي; Palerme = Palermo = باليرمو; Venise = Venice = فينيسيا; Florence = Florence = فلورنسا; Milan = Milan = ميلانو;
  Barcelone = Barcelona = برشلونة; Séville = Seville = إشبيلية; Grenade = Granada = غرناطة; Malaga = Malaga = مالقة; Porto = Porto = بورتو;
  Anvers = Antwerp = أنتويرب; Liège = Liège = لييج; Luxembourg = Luxembourg = لوكسمبورغ; Strasbourg = Strasbourg = ستراسبورغ;
  Marseille = Marseille / Marseilles = مرسيليا; Lyon = Lyon = ليون; Thessalonique = Thessaloniki = سالونيك; Cracovie = Krakow = كراكوف;
  Saint-Pétersbourg = St. Petersburg / Saint Petersburg = سان بطرسبرغ; Kazan = Kazan = قازان; Sotchi = Sochi = سوتشي;
  Odessa = Odesa / Odessa = أوديسا; Édimbourg / Edimbourg = Edinburgh = إدنبرة; Glasgow = Glasgow = غلاسكو;
  Ankara = Ankara = أنقرة; Antalya = Antalya = أنطاليا; Tbilissi = Tbilisi = تبليسي; Bakou = Baku = باكو; Erevan = Yerevan = يريفان;
  Astana = Astana = أستانا; Almaty = Almaty = ألماتي; Tachkent = Tashkent = طشقند; Samarcande = Samarkand = سمرقند; Boukhara = Bukhara = بخارى;
  Bichkek = Bishkek = بيشكيك; Douchanbé = Dushanbe = دوشنبه; Achgabat = Ashgabat = عشق آباد; Oulan-Bator = Ulaanbaatar = أولان باتور;
  Kaboul = Kabul = كابول / كابل; Islamabad = Islamabad = إسلام آباد; Karachi = Karachi = كراتشي; Lahore = Lahore = لاهور;
  New Delhi = New Delhi = نيودلهي; Mumbai / Bombay = Mumbai = مومباي; Bangalore = Bengaluru / Bangalore = بنغالور; Dacca / Dhaka = Dhaka = دكا;
  Katmandou = Kathmandu = كاتماندو; Thimphou = Thimphu = تيمفو; Colombo = Colombo = كولومبو; Malé = Malé = ماليه;
  Rangoun = Yangon = يانغون; Naypyidaw = Naypyidaw / Nay Pyi Taw = نايبيداو; Bangkok = Bangkok = بانكوك; Vientiane = Vientiane = فيينتيان;
  Phnom Penh = Phnom Penh = بنوم بنه; Hanoï = Hanoi = هانوي; Kuala Lumpur = Kuala Lumpur = كوالالمبور; Putrajaya = Putrajaya = بوتراجايا;
  Jakarta / Djakarta = Jakarta = جاكرتا; Bali = Bali = بالي; Manille = Manila = مانيلا; Dili = Dili = ديلي; Bandar Seri Begawan = Bandar Seri Begawan = بندر سري بكاوان;
  Pékin = Beijing = بكين; Shanghai = Shanghai = شنغهاي; Boao = Boao = بواو; Hong Kong = Hong Kong = هونغ كونغ; Macao = Macao = ماكاو; Taipei = Taipei = تايبيه;
  Séoul = Seoul = سيول / سول; Busan = Busan = بوسان; Pyongyang = Pyongyang = بيونغ يانغ; Tokyo = Tokyo = طوكيو; Kyoto = Kyoto = كيوتو; Osaka = Osaka = أوساكا; Hiroshima = Hiroshima = هيروشيما;
  Canberra = Canberra = كانبرا; Sydney = Sydney = سيدني; Melbourne = Melbourne = ملبورن; Wellington = Wellington = ولينغتون; Auckland = Auckland = أوكلاند;
  Suva = Suva = سوفا; Port Moresby = Port Moresby = بورت مورسبي; Nouméa = Noumea / Nouméa = نوميا; Apia = Apia = آبيا; Honiara = Honiara = هونيارا; Port-Vila = Port Vila = بورت فيلا; Papeete = Papeete = بابيتي;
  Ottawa = Ottawa = أوتاوا; Montréal = Montreal / Montréal = مونتريال; Toronto = Toronto = تورونتو; Vancouver = Vancouver = فانكوفر; Halifax = Halifax = هاليفاكس;
  Chicago = Chicago = شيكاغو; Boston = Boston = بوسطن; Los Angeles = Los Angeles = لوس أنجلوس; San Francisco = San Francisco = سان فرانسيسكو; Philadelphie = Philadelphia = فيلادلفيا; Atlanta = Atlanta = أتلانتا; Camp David = Camp David = كامب ديفيد;
  Cancún / Cancun = Cancún / Cancun = كانكون; Guatemala Ciudad = Guatemala City = غواتيمالا سيتي; San Salvador = San Salvador = سان سلفادور; Tegucigalpa = Tegucigalpa = تيغوسيغالبا;
  Managua = Managua = ماناغوا; San José = San José = سان خوسيه; Panama City = Panama City = بنما سيتي; La Havane = Havana = هافانا; Port-au-Prince = Port-au-Prince = بورت أو برانس;
  Saint-Domingue = Santo Domingo = سانتو دومينغو; Kingston = Kingston = كينغستون; Bridgetown = Bridgetown = بريدجتاون; Port-d'Espagne = Port of Spain = بورت أوف سبين; Nassau = Nassau = ناسو; Castries = Castries = كاستريس;
  Bogota / Bogotá = Bogotá / Bogota = بوغوتا; Carthagène = Cartagena = قرطاجنة; Caracas = Caracas = كاراكاس; Quito = Quito = كيتو; Lima = Lima = ليما; La Paz = La Paz = لاباز;
  Santiago = Santiago = سانتياغو; Buenos Aires = Buenos Aires = بوينس آيرس; Montevideo = Montevideo = مونتيفيديو; Asunción / Asuncion = Asunción / Asuncion = أسونسيون; Brasilia = Brasília / Brasilia = برازيليا;
  Rio de Janeiro = Rio de Janeiro = ريو دي جانيرو; São Paulo / Sao Paulo = São Paulo / Sao Paulo = ساو باولو; Belém = Belém = بيليم; Georgetown = Georgetown = جورج تاون; Paramaribo = Paramaribo = باراماريبو;
  Luanda = Luanda = لواندا; Gaborone = Gaborone = غابورون; Ouagadougou = Ouagadougou = واغادوغو; Bujumbura = Bujumbura = بوجمبورا; Gitega = Gitega = غيتيغا; Yaoundé = Yaoundé / Yaounde = ياوندي;
  Praia = Praia = برايا; Bangui = Bangui = بانغي; N'Djamena / N'Djaména = N'Djamena = نجامينا / أنجمينا; Moroni = Moroni = موروني; Kinshasa = Kinshasa = كينشاسا; Goma = Goma = غوما; Brazzaville = Brazzaville = برازافيل;
  Oyala = Oyala = أويالا; Malabo = Malabo = مالابو; Asmara = Asmara = أسمرة; Mbabane = Mbabane = مبابان; Addis-Abeba / Addis-Abéba / Addis Abeba = Addis Ababa = أديس أبابا; Libreville = Libreville = ليبرفيل;
  Banjul = Banjul = بانجول; Accra = Accra = أكرا; Conakry = Conakry = كوناكري; Bissau = Bissau = بيساو; Nairobi = Nairobi = نيروبي; Mombasa = Mombasa = مومباسا; Maseru = Maseru = ماسيرو; Monrovia = Monrovia = مونروفيا;
  Antananarivo = Antananarivo = أنتاناناريفو; Lilongwe = Lilongwe = ليلونغوي; Bamako = Bamako = باماكو; Tombouctou = Timbuktu = تمبكتو; Port-Louis = Port Louis = بورت لويس; Maputo = Maputo = مابوتو; Windhoek = Windhoek = ويندهوك;
  Niamey = Niamey = نيامي; Abuja = Abuja = أبوجا; Lagos = Lagos = لاغوس; Kano = Kano = كانو; Kigali = Kigali = كيغالي; São Tomé = São Tomé = ساو تومي; Freetown = Freetown = فريتاون; Mogadiscio = Mogadishu = مقديشو; Hargeisa = Hargeisa = هرجيسا;
  Pretoria = Pretoria = بريتوريا; Johannesburg = Johannesburg = جوهانسبرغ; Cape Town = Cape Town = كيب تاون; Durban = Durban = ديربان; Djouba / Juba = Juba = جوبا; Port-Soudan = Port Sudan = بورتسودان; Dodoma = Dodoma = دودوما; Dar es Salaam = Dar es Salaam = دار السلام; Arusha = Arusha = أروشا; Zanzibar = Zanzibar = زنجبار;
  Lomé = Lomé / Lome = لومي; Kampala = Kampala = كمبالا; Entebbe = Entebbe = عنتيبي; Lusaka = Lusaka = لوساكا; Harare = Harare = هراري; Victoria Falls = Victoria Falls = شلالات فيكتوريا; Cotonou = Cotonou = كوتونو; Abidjan = Abidjan = أبيدجان; Bouaké = Bouaké = بواكي;
  Manama = Manama = المنامة; Mascate = Muscat = مسقط; Salalah = Salalah = صلالة; Charjah = Sharjah = الشارقة; Fujaïrah = Fujairah = الفجيرة; Al-Ula / Al-'Ula = AlUla / Al-Ula = العلا; Médine = Medina / Madinah = المدينة المنورة; La Mecque = Makkah / Mecca = مكة المكرمة; Dammam = Dammam = الدمام; Neom = Neom / NEOM = نيوم;
  Sanaa = Sana'a / Sanaa = صنعاء; Aden = Aden = عدن; Marib = Marib = مأرب; Alep = Aleppo = حلب; Homs = Homs = حمص; Mossoul = Mosul = الموصل; Erbil = Erbil = أربيل; Bassora = Basra = البصرة; Kerbala = Karbala = كربلاء; Nadjaf = Najaf = النجف; Akaba / Aqaba = Aqaba = العقبة; Alexandrie = Alexandria = الإسكندرية; Louxor = Luxor = الأقصر; Assouan = Aswan = أسوان; Charm el-Cheikh / Charm el-Sheikh = Sharm El-Sheikh / Sharm el-Sheikh = شرم الشيخ; Bethléem = Bethlehem = بيت لحم; Naplouse = Nablus = نابلس; Hébron = Hebron = الخليل; Rafah = Rafah = رفح; Syrte = Sirte = سرت; Tobrouk = Tobruk = طبرق; Misrata = Misrata = مصراتة; Annaba = Annaba = عنابة; Tlemcen = Tlemcen = تلمسان; Tamanrasset = Tamanrasset = تمنراست; Tindouf = Tindouf = تندوف
`).map((row) => row.split(' = ').map((names) => names.split(' / ')))

const column = (at: number): readonly string[] => ROWS.flatMap((row) => row[at] ?? [])

/** The names of those towns, by language. */
export const CAPITALS = { fr: column(0), en: column(1), ar: column(2) } as const
