use domain::ReachKind::{Fax, Home, Mobile, Other, Work};
use domain::TableField::{self, *};
use exchange::Sheet;

use super::support::people;

fn guessed(heads: &str) -> Vec<TableField> {
    Sheet::open(heads.as_bytes()).unwrap().guessed().to_vec()
}

#[test]
fn the_heads_of_other_programs_are_known() {
    let programs: &[(&str, &str, &[TableField])] = &[
        (
            "Outlook, English",
            "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,Business City,Business State,Business Postal Code,Business Country/Region,Business Fax,Business Phone,Home Phone,Mobile Phone,Birthday,Categories,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Notes,Web Page",
            &[
                Prefix,
                Given,
                Additional,
                Family,
                Suffix,
                Company,
                Department,
                Role,
                Street(Work),
                Street(Work),
                City(Work),
                Region(Work),
                Postcode(Work),
                Country(Work),
                Phone(Fax),
                Phone(Work),
                Phone(Home),
                Phone(Mobile),
                Birthday,
                Tags,
                Email(Other),
                Leave,
                Leave,
                Email(Other),
                Notes,
                Link,
            ],
        ),
        (
            "Google Contacts, since 2024",
            "First Name,Middle Name,Last Name,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Website 1 - Value",
            &[
                Given,
                Additional,
                Family,
                Nickname,
                Leave,
                Company,
                Role,
                Department,
                Birthday,
                Notes,
                Tags,
                Leave,
                Email(Other),
                Leave,
                Phone(Other),
                Leave,
                Street(Other),
                City(Other),
                Postcode(Other),
                Link,
            ],
        ),
        (
            "Google Contacts, before",
            "Name,Given Name,Additional Name,Family Name,Name Prefix,Name Suffix,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title",
            &[
                Name,
                Given,
                Additional,
                Family,
                Prefix,
                Suffix,
                Tags,
                Leave,
                Email(Other),
                Leave,
                Phone(Other),
                Company,
                Role,
            ],
        ),
        (
            "HubSpot",
            "Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Company Name,Job Title,Street Address,City,State/Region,Postal Code,Country/Region,Industry,Website URL",
            &[
                Uid,
                Given,
                Family,
                Email(Other),
                Phone(Other),
                Phone(Mobile),
                Company,
                Role,
                Street(Other),
                City(Other),
                Region(Other),
                Postcode(Other),
                Country(Other),
                Market,
                Link,
            ],
        ),
        (
            "HubSpot, French",
            "Prénom;Nom de famille;E-mail;Numéro de téléphone;Nom de l'entreprise;Intitulé du poste;Ville;Secteur d'activité",
            &[
                Given,
                Family,
                Email(Other),
                Phone(Other),
                Company,
                Role,
                City(Other),
                Market,
            ],
        ),
        (
            "Pipedrive",
            "Person - Name,Person - Organization,Person - Email - Work,Person - Phone - Work,Person - Phone - Mobile,Person - Label",
            &[Name, Company, Email(Work), Phone(Work), Phone(Mobile), Tags],
        ),
        (
            "Salesforce",
            "Salutation,First Name,Last Name,Title,Account Name,Mailing Street,Mailing City,Mailing State/Province,Mailing Zip/Postal Code,Mailing Country,Phone,Mobile,Fax,Email,Birthdate,Contact ID",
            &[
                Prefix,
                Given,
                Family,
                Role,
                Company,
                Street(Work),
                City(Work),
                Region(Work),
                Postcode(Work),
                Country(Work),
                Phone(Other),
                Phone(Mobile),
                Phone(Fax),
                Email(Other),
                Birthday,
                Uid,
            ],
        ),
        (
            "Salesforce, its own names",
            "FirstName,LastName,Title,MobilePhone,MailingPostalCode",
            &[Given, Family, Role, Phone(Mobile), Postcode(Work)],
        ),
        (
            "Sellsy",
            "Raison sociale;Civilité;Nom;Prénom;Fonction;Email;Téléphone;Portable;Fax;Site web;Adresse;Code postal;Ville;Pays;SIREN;SIRET;Smart-tags",
            &[
                Company,
                Prefix,
                Family,
                Given,
                Role,
                Email(Other),
                Phone(Other),
                Phone(Mobile),
                Phone(Fax),
                Link,
                Street(Other),
                Postcode(Other),
                City(Other),
                Country(Other),
                Siren,
                Siret,
                Tags,
            ],
        ),
        (
            "by hand",
            "Nom;Société;Tél;Mail;Couleur préférée",
            &[
                Name,
                Company,
                Phone(Other),
                Email(Other),
                Custom("Couleur préférée".into()),
            ],
        ),
        (
            "companies",
            "Nom;SIRET;Ville",
            &[Company, Siret, City(Other)],
        ),
    ];
    for (program, heads, fields) in programs {
        assert_eq!(guessed(heads), *fields, "{program}");
    }
}

#[test]
fn a_label_beside_a_number_says_what_it_is_for() {
    let table = "First Name,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Street,Address 2 - Label,Address 2 - Street,Labels\n\
        Zoé,* Work,zoe@example.com ::: noel@example.com,Mobile,06 00 00 00 00,Work Fax,02 38 00 00 00,Home,1 rue A,Work,2 rue B,* myContacts ::: VIP\n";
    let zoe = &people(table.as_bytes())[0].contact;
    assert_eq!(zoe.emails.len(), 2);
    assert!(zoe.emails.iter().all(|email| email.kind == Work));
    assert_eq!((zoe.phones[0].kind, zoe.phones[1].kind), (Mobile, Fax));
    let addresses: Vec<_> = zoe.addresses.iter().map(|a| (a.kind, &*a.street)).collect();
    assert_eq!(addresses, [(Home, "1 rue A"), (Work, "2 rue B")]);
    assert!(zoe.tags.contains("VIP") && zoe.tags.contains("myContacts"));
}

#[test]
fn a_mapping_that_was_corrected_is_followed() {
    let table = "Nom;Truc\nZoé;Menuiserie\n";
    let sheet = Sheet::open(table.as_bytes()).unwrap();
    let read: Vec<_> = sheet.people(&[Name, Company]).collect();
    let [exchange::PersonEntry::Person(zoe)] = &read[..] else {
        panic!("one person: {read:?}");
    };
    assert_eq!(zoe.company.name, "Menuiserie");
    assert_eq!(
        sheet.people(&[]).count(),
        1,
        "columns without a meaning are left, the row is told of"
    );
}
