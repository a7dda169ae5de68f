//! Which countries the base map shows, and their codes.
//!
//! Natural Earth's entries carry ISO 3166-1 numeric codes, the catalogue alpha-2 ones.

/// How much of a country is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Of Europe or Africa, or at their gates: its islands too.
    Subject,
    /// There so that the sea does not begin where the subject ends.
    Context,
}

/// Alpha-2 code, if there is one, and role; `None` for what is not on the sheet.
pub(super) fn find(numeric: Option<&str>, name: &str) -> Option<(Option<&'static str>, Role)> {
    let Some(numeric) = numeric else {
        let known = WITHOUT_CODE.iter().find(|(known, _)| *known == name);
        return known.map(|(_, role)| (None, *role));
    };
    let coded = |table: &[(&str, &'static str)]| {
        table.iter().find(|(number, _)| *number == numeric).map(|(_, alpha)| Some(*alpha))
    };
    coded(&EUROPE)
        .or_else(|| coded(&AFRICA))
        .map(|code| (code, Role::Subject))
        .or_else(|| coded(&CONTEXT).map(|code| (code, Role::Context)))
}

/// Land of disputed or special standing that Natural Earth draws by itself and ISO has no code for.
/// It stays land, so that no hole opens.
const WITHOUT_CODE: [(&str, Role); 7] = [
    ("Kosovo", Role::Subject),
    ("N. Cyprus", Role::Subject),
    ("Somaliland", Role::Subject),
    ("Akrotiri", Role::Subject),
    ("Baikonur", Role::Context),
    ("Cyprus U.N. Buffer Zone", Role::Subject),
    ("Dhekelia", Role::Subject),
];

#[rustfmt::skip]
const EUROPE: [(&str, &str); 50] = [
    ("020", "AD"), ("008", "AL"), ("040", "AT"), ("248", "AX"), ("070", "BA"), ("056", "BE"),
    ("100", "BG"), ("112", "BY"), ("756", "CH"), ("196", "CY"), ("203", "CZ"), ("276", "DE"),
    ("208", "DK"), ("233", "EE"), ("724", "ES"), ("246", "FI"), ("234", "FO"), ("250", "FR"),
    ("826", "GB"), ("831", "GG"), ("300", "GR"), ("191", "HR"), ("348", "HU"), ("372", "IE"),
    ("833", "IM"), ("352", "IS"), ("380", "IT"), ("832", "JE"), ("438", "LI"), ("440", "LT"),
    ("442", "LU"), ("428", "LV"), ("492", "MC"), ("498", "MD"), ("499", "ME"), ("807", "MK"),
    ("470", "MT"), ("528", "NL"), ("578", "NO"), ("616", "PL"), ("620", "PT"), ("642", "RO"),
    ("688", "RS"), ("643", "RU"), ("752", "SE"), ("705", "SI"), ("703", "SK"), ("674", "SM"),
    ("804", "UA"), ("336", "VA"),
];

#[rustfmt::skip]
const AFRICA: [(&str, &str); 56] = [
    ("024", "AO"), ("854", "BF"), ("108", "BI"), ("204", "BJ"), ("072", "BW"), ("180", "CD"),
    ("140", "CF"), ("178", "CG"), ("384", "CI"), ("120", "CM"), ("132", "CV"), ("262", "DJ"),
    ("012", "DZ"), ("818", "EG"), ("732", "EH"), ("232", "ER"), ("231", "ET"), ("266", "GA"),
    ("288", "GH"), ("270", "GM"), ("324", "GN"), ("226", "GQ"), ("624", "GW"), ("404", "KE"),
    ("174", "KM"), ("430", "LR"), ("426", "LS"), ("434", "LY"), ("504", "MA"), ("450", "MG"),
    ("466", "ML"), ("478", "MR"), ("480", "MU"), ("454", "MW"), ("508", "MZ"), ("516", "NA"),
    ("562", "NE"), ("566", "NG"), ("646", "RW"), ("690", "SC"), ("729", "SD"), ("654", "SH"),
    ("694", "SL"), ("686", "SN"), ("706", "SO"), ("728", "SS"), ("678", "ST"), ("748", "SZ"),
    ("148", "TD"), ("768", "TG"), ("788", "TN"), ("834", "TZ"), ("800", "UG"), ("710", "ZA"),
    ("894", "ZM"), ("716", "ZW"),
];

#[rustfmt::skip]
const CONTEXT: [(&str, &str); 29] = [
    ("784", "AE"), ("004", "AF"), ("051", "AM"), ("031", "AZ"), ("048", "BH"), ("124", "CA"),
    ("156", "CN"), ("268", "GE"), ("304", "GL"), ("376", "IL"), ("368", "IQ"), ("364", "IR"),
    ("400", "JO"), ("417", "KG"), ("414", "KW"), ("398", "KZ"), ("422", "LB"), ("496", "MN"),
    ("512", "OM"), ("586", "PK"), ("275", "PS"), ("634", "QA"), ("682", "SA"), ("760", "SY"),
    ("762", "TJ"), ("795", "TM"), ("792", "TR"), ("860", "UZ"), ("887", "YE"),
];
