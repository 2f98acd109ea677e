//! Cards of another version than they came in, and cards made anew.

use domain::Contact;
use exchange::{CardVersion, compose_card, convert_card, patch_card};

use super::support::{file, people, person, read};
use super::written::as_said;
use crate::support::now;

#[test]
fn a_card_of_another_version_carries_everything_over() {
    let text = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:No=EBl;Zo=E9;;;\r\nFN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Zo=E9 No=EBl\r\nTEL;WORK;PREF;X-CAR:1\r\nEMAIL;INTERNET:z@b.test\r\nADR;DOM;HOME:;;12, rue A;B;;01000;\r\nLABEL;HOME;ENCODING=QUOTED-PRINTABLE:12, rue A=0D=0A=\r\n01000 B\r\nNOTE;QUOTED-PRINTABLE:a;b, c=0D=0Ad\r\nX-ASSISTANT;QUOTED-PRINTABLE:L=E9a\r\nGEO:48.1,-1.6\r\nBDAY:19800322\r\nPHOTO;JPEG;BASE64:\r\n /9j/4AAQSkZJRgABAQEA\r\n YABgAAD/2wBDAAYEBQ==\r\n\r\nAGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nFN:Agent\r\nEND:VCARD\r\nEND:VCARD\r\n";
    let contact = person(text.as_bytes()).contact;
    let shown = |version| {
        let out = convert_card(text.as_bytes(), &contact, None, None, version);
        let again = person(&out);
        assert_eq!(
            as_said(&again.contact),
            as_said(&contact),
            "{}",
            String::from_utf8_lossy(&out)
        );
        assert!(again.photo.is_some());
        String::from_utf8(out).unwrap().replace("\r\n ", "")
    };
    let three = shown(CardVersion::V3);
    for line in [
        "VERSION:3.0",
        "FN:Zoé Noël",
        "N:Noël;Zoé;;;",
        "TEL;TYPE=WORK,X-CAR,PREF:1",
        "EMAIL;TYPE=INTERNET:z@b.test",
        "ADR;TYPE=DOM,HOME:;;12\\, rue A;B;;01000;",
        "LABEL;TYPE=HOME:12\\, rue A\\n01000 B",
        "NOTE:a\\;b\\, c\\nd",
        "X-ASSISTANT:Léa",
        "GEO:48.1;-1.6",
        "BDAY:1980-03-22",
        "PHOTO;TYPE=JPEG;ENCODING=b:/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAYEBQ==",
        "AGENT:BEGIN:VCARD\\nVERSION:3.0\\nN:\\;\\;\\;\\;\\nFN:Agent\\nEND:VCARD\\n",
    ] {
        assert!(
            three.lines().any(|known| known == line),
            "{line} in\n{three}"
        );
    }
    let four = shown(CardVersion::V4);
    for line in [
        "VERSION:4.0",
        "TEL;TYPE=work,x-car;PREF=1:1",
        "EMAIL:z@b.test",
        "ADR;TYPE=home;LABEL=\"12, rue A^n01000 B\":;;12\\, rue A;B;;01000;",
        "GEO:geo:48.1,-1.6",
        "BDAY:19800322",
        "PHOTO:data:image/jpeg;base64,/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAYEBQ==",
    ] {
        assert!(four.lines().any(|known| known == line), "{line} in\n{four}");
    }
    assert!(
        four.contains("RELATED;TYPE=agent:data:text/vcard;base64,"),
        "{four}"
    );
    let back = convert_card(
        four.replace('\n', "\r\n").as_bytes(),
        &contact,
        None,
        None,
        CardVersion::V3,
    );
    let back = String::from_utf8(back).unwrap().replace("\r\n ", "");
    for line in [
        "TEL;TYPE=work,x-car,PREF:1",
        "LABEL;TYPE=HOME:12\\, rue A\\n01000 B",
        "GEO:48.1;-1.6",
        "BDAY:1980-03-22",
    ] {
        assert!(back.lines().any(|known| known == line), "{line} in\n{back}");
    }
}

#[test]
fn a_card_of_the_wanted_version_stays_as_it_is() {
    let bytes = file("allfields-vcard3.vcf");
    let contact = person(&bytes).contact;
    assert!(convert_card(&bytes, &contact, None, None, CardVersion::V3) == bytes);
    let four = convert_card(&bytes, &contact, None, None, CardVersion::V4);
    assert!(convert_card(&four, &contact, None, None, CardVersion::V4) == four);
    let text = String::from_utf8(four).unwrap();
    for line in [
        "X-TEST;A=B:Value",
        "item2.X-ABDate:20210729",
        "IMPP;TYPE=business,video,voice:skype:echo@example.com",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
    assert_eq!(
        as_said(&people(text.as_bytes())[0].contact),
        as_said(&contact)
    );
}

#[test]
fn somebody_called_like_their_company_stays_somebody() {
    let contact = Contact::new(domain::Id::from_bytes([0; 16]), "Martin".into(), now());
    for version in [CardVersion::V3, CardVersion::V4] {
        let bytes = compose_card(&contact, Some("Martin"), None, version);
        let read = person(&bytes);
        assert_eq!(
            (read.contact.name.as_str(), read.company.name.as_str()),
            ("Martin", "Martin")
        );
    }
}

#[test]
fn what_is_no_card_comes_back_or_is_composed() {
    let contact = read("3.0", "FN:A").contact;
    assert_eq!(patch_card(b"rien", &contact, None, None), b"rien");
    let out = convert_card(b"rien", &contact, None, None, CardVersion::V4);
    assert_eq!(person(&out).contact.name, "A");
}
