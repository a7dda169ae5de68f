//! What texts are made of. The first of a list is the most common one.

/// Words that stand between the others.
pub(super) const FUNCTION_SV: &str = "och i att för med som på av till en det den är har om från ett \
    genom mellan kommunen ska vid deltar de sina nya projektet även under bland samt kommuner hur \
    inom vi mot efter kring tillsammans där flera andra utan sedan";

/// The same in English.
pub(super) const FUNCTION_EN: &str = "the and of in to for with a on by from between is at as its \
    through how new are municipality partners towards among more other into together within";

/// Words that are no compounds.
pub(super) const PLAIN_SV: &str = "unga lokal hållbar europeiska skolor elever erfarenheter gemensam \
    internationell stärka utveckla samarbete kommunal invånare barn lärare miljö kunskap arbete stad \
    bygd vatten metoder demokratisk delta energi öka minska besök ideell förskola kultur vuxna \
    äldre kvinnor flickor pojkar nyanlända idrott konst musik språk teknik trygg säker öppen grön \
    cirkulär digital social ekonomisk regional nordisk global långsiktig praktisk gränslös ny \
    möten resor studier böcker dans teater film matlagning odling fiske skog sjö kust å älv ö berg \
    cykla vandra bygga pröva jämföra mäta förbättra minnas lära dela möta besöka planera rusta \
    förebygga återvinna spara rena skydda bevara locka anställa utbilda översätta värna tillgänglig \
    jämställd likvärdig inkluderande förnybar fossilfri klimatsmart naturnära småskalig stark levande \
    attraktiv utsatt ensam arbetslös nyfiken uthållig tålig effektiv enkel tydlig självklar ömsesidig \
    årlig tidig sen hel halv liten stor lång kort varm kall vänlig frivillig rörlig mångspråkig";

/// English words.
pub(super) const PLAIN_EN: &str = "local young sustainable school water climate energy cooperation \
    development exchange network culture education project schools pupils teachers experience common \
    international municipal methods democracy residents children knowledge work city waste digital \
    planning inclusion equality integration health care tourism transport business employment rural \
    forest coast heritage library museum sport language art music theatre film food garden river lake \
    island mountain safety crisis data innovation research training course workshop forum strategy \
    plan model study analysis mapping system service solution process support effort transition \
    measure resource partnership dialogue group area place centre question skills supply building \
    green circular open safe secure social economic regional nordic global lasting practical older \
    women girls boys newcomers volunteers associations companies farmers youth adults families \
    strengthen develop increase reduce visit meet compare test improve learn share build protect \
    attract prevent recycle save clean preserve translate accessible equal renewable smart small \
    strong lively vulnerable curious resilient efficient simple clear mutual yearly early late";

/// First parts of compounds, as they are written there.
pub(super) const HEADS: &str = "skol miljö vatten energi klimat kultur ungdoms integrations stads \
    barn arbetsmarknads demokrati närings turism trafik avfalls äldre folkhälso landsbygds \
    digitaliserings jämställdhets språk biblioteks museums idrotts livsmedels skogs havs kust ö \
    gräns vänorts lärar elev vuxen yrkes innovations bostads park cykel kollektivtrafik sol vind bio \
    medborgar förenings flykting omsorgs vård forsknings data säkerhets kris natur ång åker \
    återbruks region kommun sam mellan om ut fram in över efter för upp mark luft ljud ljus värme \
    kyl vår höst sommar vinter natt dags vecko års familje mödra fader syskon grannskaps kvarters \
    by torg hamn flod å älv sjö strand berg dal äng hed mose träd frukt fisk bröd mjölk kött grönsaks \
    bygg trä sten glas metall textil pappers plast gummi garn färg form bild ton dans teater film \
    bok tidnings radio nät spel lek tänke tanke rätts lag skatte pris löne bank handels export \
    import marknads produkt kund köp sälj tjänste person grupp ledar chefs personal rekryterings \
    praktik lärlings student universitets högskole gymnasie förskole grund fritids kvälls distans \
    hem hus gårds tak vägg golv fönster dörr kök trädgårds bad sjuk tand psyk rehabiliterings \
    funktions hjälpmedels syn hörsel rörelse tillgänglighets trygghets brotts polis brand räddnings \
    försvars freds bistånds migrations minoritets urfolks kyrko tros livs döds minnes arvs \
    historie forn arkeologi slotts borg kyrkogårds vägvisnings led vandrings skid båt färje järnvägs \
    buss flyg gods logistik lager fordons batteri el gas kol olje kärn vätgas bränsle";

/// Last parts of compounds, by the endings that they take.
pub(super) const TAILS: [(&str, &[&str]); 6] = [
    (
        "projekt nätverk system stöd partnerskap verk arbetslag utskott ansvar behov mål besök \
         kontor råd bidrag program test prov skydd hus torg liv uppdrag språk land lag värdskap",
        &["", "et", "en"],
    ),
    (
        "utveckling utbildning satsning planering hantering lösning omställning ledning rening \
         kartläggning utbytning försörjning forskning samling visning bevakning byggnad handling \
         täckning mätning odling räddning återvinning tävling träning vandring tillverkning",
        &["", "en", "ar", "arna"],
    ),
    (
        "plan strategi modell metod process tjänst politik analys studie kurs verksamhet resurs \
         produkt kompetens konferens teknik marknad miljö effekt brigad licens institution \
         enhet svårighet säkerhet gemenskap kunskap",
        &["", "en", "er", "erna"],
    ),
    (
        "områd arbet utbyt möt samarbet ämn läg mott förtroend rik verktygsläg stipendi centr \
         deltagand",
        &["e", "et", "en"],
    ),
    (
        "grupp dag väg dialog verkstad skog park kväll vinst vård gård strand hamn båt ort krets \
         kamp skepp tråd",
        &["", "en", "ar", "arnas"],
    ),
    (
        "skol veck fråg res kart väv mäss lärdoms kamp brygg gat ladd kvarn list",
        &["a", "an", "or", "orna"],
    ),
];

/// What partners are, after the name of their town: Swedish and English.
pub(super) const KINDS: [(&str, &str); 24] = [
    ("kommun", "Municipality"),
    ("stad", "City"),
    ("universitet", "University"),
    ("gymnasium", "Upper Secondary School"),
    ("yrkesskola", "Vocational School"),
    ("regionförbund", "Regional Association"),
    ("folkhögskola", "Folk High School"),
    ("museum", "Museum"),
    ("stadsbibliotek", "City Library"),
    ("utvecklingscentrum", "Development Centre"),
    ("handelskammare", "Chamber of Commerce"),
    ("energibolag", "Energy Company"),
    ("vattenverk", "Waterworks"),
    ("kulturhus", "Arts Centre"),
    ("ungdomsråd", "Youth Council"),
    ("teknikpark", "Technology Park"),
    ("lantbruksskola", "Agricultural College"),
    ("sjukhus", "Hospital"),
    ("idrottsförening", "Sports Club"),
    ("kvinnoförening", "Women's Association"),
    ("musikskola", "School of Music"),
    ("turistbyrå", "Tourist Office"),
    ("hamnbolag", "Port Company"),
    ("naturskola", "Nature School"),
];
