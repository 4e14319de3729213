import { wordsFromList } from './word-list.ts'

/**
 * Given names in Latin letters, without accents and in lower case: a capitalised word after one of
 * them makes a person. Those that are also places, months, common words or titles are left out.
 */
export const GIVEN_NAMES_LATIN = wordsFromList(String.raw`
  abdallah; abdel; abdelaziz; abdelilah; abdelhamid; abdelkader; abdelkrim; abdellah;
  abdellatif; abdelmadjid; abdelmalek; abdelouafi; abdelouahab; abderrahmane; abderrahim;
  abdoul; abdoulaye; abdou; abdullah; abdulaziz; abdulrahman; abdulla; aboubacar; adama; adel;
  adil; ahmad; ahmadou; ahmed; aicha; aissata; alassane; albert; alejandro; aleksandr;
  alessandro; alex; alexander; alexandra; alexandre; alexei; alexis; alfonso; alfred; alhassane;
  ali; alice; alioune; alphonse; amadou; amal; amanda; amina; aminata; amine; amir; amr; ana;
  anas; anatole; andre; andrea; andreas; andrei; andrew; andrzej; angela; anna; anne; annie;
  antal; anthony; antoine; antonio; antony; ararat; arman; armand; armen; arnaud; arsene;
  arthur; ashraf; assane; assia; aurelie; aurore; axel; ayman; aymen; aziz; baher; bassirou;
  beatrice; benjamin; benoit; bernard; bernardo; bertrand; biram; birame; bill; bob; boris;
  boubacar; brahim; brian; brigitte; bruno; carl; carlo; carlos; carmen; caroline; catherine;
  cecile; celine; chakib; charles; cheikh; chokri; chris; christelle; christian; christiane;
  christine; christophe; christopher; claire; claude; claudia; clement; colette; constantin;
  cyril; cyrille; daniel; daniele; danielle; daouda; david; denis; denise; diego; dimitri;
  dmitri; dominique; donald; driss; edgar; edouard; eduardo; edward; elena; elhadj; eliane;
  elie; elisabeth; elise; elizabeth; emanuel; emily; emma; emmanuel; emmanuelle; enrique; eric;
  erik; ernest; estelle; etienne; eugene; eva; evelyne; ezzedine; fadel; fahd; faisal; fatima;
  fatimata; fatou; fatoumata; fawzi; faycal; felipe; felix; fernando; filip; florian; fouad;
  francesco; francis; francisco; franck; francois; francoise; frank; franz; fred; frederic;
  frederick; fumio; gabriel; gabriela; gaston; genevieve; george; georges; gerald; gerard;
  gerhard; gilbert; gilles; giorgia; giorgio; giovanni; giuseppe; gloria; gregoire; gregory;
  guillaume; gustavo; guy; habib; hadja; hakan; hakim; hamad; hamid; hamza; hanna; hans; harold;
  harouna; harry; hasan; hasmik; hassan; hassane; hayat; heinrich; helene; helmut; henri; henry;
  herve; hicham; hichem; hillary; hisham; houda; houria; hubert; hugo; hussein; ibrahim;
  ibrahima; idriss; idrissa; ignacio; igor; ilham; ilyas; imad; imane; ines; ingrid; irakli;
  irina; isabel; isabelle; ismail; ismael; issa; issam; ivan; jack; jacob; jacques; jake; jalal;
  jamal; james; jamila; jan; jane; janet; jason; javier; jean; jeanne; jeff; jeffrey; jennifer;
  jens; jeremy; jerome; jim; jimmy; joachim; joao; jocelyne; joe; joel; johan; johann; johannes;
  john; johnny; jonathan; jorge; jose; josep; joseph; josiane; josue; joyce; juan; judith;
  julia; julie; julien; juliette; kaja; kamal; kamel; karen; karim; karin; karine; karl; kassym;
  kate; katherine; kathleen; kemal; kenneth; kevin; khadija; khalid; khaled; khalifa; klaus;
  kofi; konstantin; kristalina; kristina; kwame; lahcen; laila; lamine; larbi; lars; latifa;
  laura; laure; laurence; laurent; lea; leila; leo; leon; leonardo; levon; lidia; ligia; lilian;
  lina; linda; lionel; lisa; lorenzo; louis; louise; luc; luca; lucas; lucia; lucie; lucien;
  luigi; luis; luiz; lydia; lyndon; macky; madeleine; madjid; magali; magdalena; maguette;
  mahamadou; mahamane; mahamat; mahdi; mahmoud; majid; malek; malick; malika; mamadou; mame;
  manuel; marc; marcel; marco; marcos; margaret; margarita; maria; mariam; mariama; marianne;
  marie; marine; mario; marion; markus; marta; martha; martin; martine; marwan; massoud;
  mateusz; mathias; mathieu; mats; matteo; matthew; matthias; maud; maurice; mauricio; mauro;
  max; maxime; mehdi; mehmet; melanie; mia; michael; michel; michele; micheline; michelle;
  miguel; mike; mikhail; milan; mkhitar; moctar; modibo; mohamed; mohammad; mohammed; moha;
  mohcine; monica; monique; moncef; mostafa; mouhamadou; mouhamed; mouloud; mounir; mourad;
  moussa; moustapha; muhammad; mustafa; mustapha; myriam; nabil; nabila; nadia; nadine; nadir;
  naima; najat; najib; najla; nana; nancy; naoual; narendra; nasser; nathalie; nawal; ndeye;
  nicolas; nicole; nikol; nikola; nikos; nizar; noel; nora; norbert; noureddine; nourredine;
  olaf; oleg; olena; olga; oliver; olivia; olivier; omar; oscar; othman; othmane; ouafa; oumar;
  ousmane; ouzin; pablo; pape; pascal; pascale; patrice; patricia; patrick; paul; paula; paulo;
  pauline; pavel; pedro; peter; petr; philip; philippe; pierre; pieter; piotr; rabah; rachel;
  rachid; rachida; rafael; rahma; rainer; raja; ralph; ramon; ramtane; raoul; raphael; rashid;
  raul; raymond; rebecca; recep; regine; regis; remy; renaud; rene; ricardo; richard; riad;
  rishi; rita; robert; roberta; roberto; rodrigo; roger; roland; rolf; roman; ronald; rosa;
  rosemary; rudolf; ryad; saad; sabine; sabri; sabrina; said; saida; saied; salah; salem; salif;
  salim; salima; salma; salman; sam; sameh; sami; samia; samir; samira; samuel; sandra;
  sandrine; santiago; sara; sarah; satu; sebastian; sebastien; selim; serge; sergei; sergey;
  sergio; severine; sherif; shinzo; sidi; sidiki; silvia; simon; simone; slim; sofiane; solange;
  sonia; sophie; soraya; soumaya; soumia; soumaila; stanislas; stefan; stefano; stella; stephan;
  stephane; stephanie; stephen; steve; steven; sule; suleyman; suren; susan; susana; svetlana;
  sylvain; sylvestre; sylvia; sylvie; taha; tahar; takeshi; tarek; tariq; tatiana; teodoro;
  teresa; theo; theodore; theresa; thierry; thomas; tidiane; tim; timothy; tobias; tom; tomas;
  tony; toufik; ulf; ursula; vahagn; valdis; valentina; valerie; vanessa; vassilis; vera;
  veronica; veronique; victor; viktor; vincent; virginie; vladimir; volodymyr; wafaa; wahid;
  walid; walter; werner; william; wissam; wolfgang; xavier; yacine; yahya; yannick; yasser;
  yassine; yasmina; yolande; youcef; younes; youness; youri; youssef; youssouf; yuri; yusuf;
  yves; yvette; yvonne; zainab; zakaria; zakia; zineb; zouhair; zohra; zoubir; mary; mark
`)

/** Given names in Arabic letters as the reading copy writes them; the last ones bear the article. */
export const GIVEN_NAMES_ARABIC = wordsFromList(String.raw`
  خميس; جابر; عزيز; عماد; رياض; محمد; محمود; أحمد; علي; حسن; حسين; عمر; عثمان; خالد; يوسف;
  إبراهيم; إسماعيل; إسحاق; يعقوب; موسى; عيسى; هارون; داود; سليمان; زكريا; يحيى; إلياس; يونس; آدم;
  نوح; إدريس; صالح; عبدالله; عبدالرحمن; عبدالعزيز; عبدالكريم; عبداللطيف; عبدالقادر; عبدالمجيد;
  عبدالفتاح; عبدالحميد; عبدالإله; عبدالوهاب; عبدالرحيم; عبدالحق; عبدالسلام; عبدالناصر; عبدالوافي;
  عبدالمالك; عبدالجليل; عبدالحكيم; عبدالمنعم; عبدالرزاق; فهد; فيصل; سلمان; سلطان; سعود; نايف;
  تركي; بندر; متعب; مشعل; منصور; ماجد; وليد; طلال; نواف; مشاري; تميم; حمد; خليفة; زايد; راشد;
  مكتوم; هزاع; قابوس; هيثم; سعيد; سعد; سعدون; سالم; سليم; سامي; سمير; سامح; سيف; شكري; شفيق; شريف;
  صابر; صلاح; طارق; طاهر; طه; عادل; عاطف; عامر; عباس; عصام; عمار; عمرو; غازي; غسان; فاروق; فارس;
  فؤاد; فتحي; فرحات; فريد; فوزي; قيس; كريم; كمال; لطفي; مازن; مأمون; مبارك; محسن; مختار; مراد;
  مروان; مسعود; مصطفى; معاذ; معن; مكي; منذر; منير; مهدي; مولاي; ناجي; نادر; ناصر; نبيل; نبيه;
  نجيب; نزار; نزيه; نوري; هادي; هاشم; هاني; هشام; وائل; ياسر; ياسين; زهير; زياد; زيد; رفيق; رشيد;
  رضا; رامي; رؤوف; رمزي; حاتم; حازم; حافظ; حبيب; حسام; حسني; حكيم; حليم; حمادي; حمة; حمزة; حميد;
  خليل; خيري; جاسم; جعفر; جلال; جمال; جواد; توفيق; ثامر; برهان; بشار; بشير; بلال; بهاء; باسل;
  أيمن; أنور; أنيس; أنس; أشرف; أسامة; أسعد; أكرم; أديب; إياد; إيهاب; أيوب; شوقي; صبري; صدام; ضياء;
  عبيد; عدنان; عرفان; علاء; ظافر; فخري; فهمي; قاسم; لؤي; ليث; مجدي; محرز; مدحت; معتز; ممدوح; منصف;
  مهند; مؤيد; نضال; نعمان; وسام; وجدي; يزيد; لحسن; الحسين; سيدي; فاطمة; عائشة; خديجة; زينب; مريم;
  أمينة; سعاد; سميرة; سلمى; سارة; سناء; سهام; سلوى; زهرة; زهور; رانيا; رشيدة; ريم; راضية; روضة;
  حليمة; حنان; هند; هالة; هاجر; نادية; نجلاء; نجاة; نزهة; نوال; نورة; نبيلة; نزيهة; نائلة; منى;
  ماجدة; ليلى; لمياء; لطيفة; كوثر; كريمة; فوزية; فريدة; عواطف; عزيزة; عفاف; صفية; شهرزاد; شيماء;
  سعيدة; سامية; رقية; دليلة; خولة; جميلة; بثينة; بشرى; بسيمة; إلهام; ابتسام; ألفة; جون; جورج;
  جوزيف; جاك; جو; جيمس; جيمي; جيم; بيير; بيتر; بول; بوريس; أنطونيو; أنطوني; أنجيلا; أنتوني;
  ألكسندر; إيمانويل; إمانويل; إدوارد; إريك; أولاف; أورسولا; باراك; باتريك; برونو; بنيامين; تيريزا;
  توماس; جوزيب; جيرار; جيراد; دونالد; ديفيد; ديميتري; دميتري; روبرت; ريتشارد; رونالد; ستيفان;
  ستيفن; سيرغي; سيرجي; سيباستيان; سيغريد; شارل; فلاديمير; فرانسوا; فرنسوا; فرانك; فولوديمير;
  فيديريكا; فيليب; كارل; كريستيان; كريستين; كريستوفر; كمالا; كوفي; لوران; لويس; لويد; مارك; مارتن;
  مارغريت; ماريا; ماري; مايكل; ماتيو; ميخائيل; ميشال; ميشيل; ميغيل; نيكولا; نيكولاس; نيكولاي;
  نارندرا; هنري; هيلاري; هيرفي; وانغ; وليام; ويليام; يانس; ينس; مانويل; خوسيه; خوان; بيدرو;
  كارلوس; أوليفييه; ماكي; عثماني; ديدييه; تيبور; غريغوري; الحبيب; الباجي; الهادي; الطاهر; الصادق;
  المنصف; الناصر; التيجاني; المختار; الجيلاني; البشير; الطيب; الحسن; المهدي; اليزيد; العياشي;
  المصطفى; الحسان; البكاي; الشاذلي; المولدي; الأسعد; المنجي; النوري; السعيد
`)
