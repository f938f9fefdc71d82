"""Who is on which side of an event, in sentences through the real reader."""

import pytest

from onrecord.claims import find_claims
from onrecord.claims.events import find_events
from onrecord.claims.for_statements.acts import find_acts
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document, Event, EventType


def sides_of(sentence: str, event: EventType) -> list[tuple[str, str]]:
    """Actors and recipients of every event of the type, by name."""
    tree = Tree(analyse(Document(id="sides", text=sentence)))
    cast = find_cast(tree)
    told = [
        d.what for d in find_events(tree, cast, find_acts(tree)) if isinstance(d.what, Event) and d.what.event == event
    ]
    return [tuple(" + ".join(cast.entities[e].name for e in side) for side in (w.actors, w.recipients)) for w in told]


SIDES: tuple[tuple[str, EventType, str, str], ...] = (
    ("Talks involving Norway, Sweden and Spain were held on Monday.", "CONSULT", "Norway + Sweden + Spain", ""),
    ("Lars Edmond accused neighbouring Norway of lying.", "ACCUSE", "Lars Edmond", "Norway"),
    ("The court rejected a lawsuit filed by Norway against Sweden.", "ACCUSE", "Norway", "Sweden"),
    ("Canadian and Mexican trade ministers conferred.", "CONSULT", "Canada + Mexico", ""),
    ("Ana Torvald renewed her call for an inquiry.", "REQUEST", "Ana Torvald", ""),
    ("Ana Torvald said that her thoughts are with the miners.", "SUPPORT", "Ana Torvald", "miners"),
    ("Norway eased its rules for the miners.", "CONCEDE", "Norway", "miners"),
    ("Norway gave the green light to the dam.", "SUPPORT", "Norway", ""),
    ("The company went into partnership with the ministry.", "COOPERATE", "company + ministry", ""),
    ("Ana Torvald helped negotiate the treaty.", "CONSULT", "Ana Torvald", ""),
    ("A request to Norway from Sweden went unheard.", "REQUEST", "Sweden", "Norway"),
    ("Norway called for restraint by Sweden.", "REQUEST", "Norway", "Sweden"),
    ("Norway asked for help from Sweden.", "REQUEST", "Norway", "Sweden"),
    ("Norway demanded the removal of its soldiers from Sweden.", "REQUEST", "Norway", ""),
    ("Ana Torvald renewed her call for restraint by Norway.", "REQUEST", "Ana Torvald", "Norway"),
    ("The unions appealed for Norway to lift the ban.", "REQUEST", "unions", "Norway"),
    ("Ana Torvald made a demand of Norway.", "REQUEST", "Ana Torvald", "Norway"),
    ("Norway turned down the request of Sweden.", "REQUEST", "Sweden", "Norway"),
    ("It was Norway that asked Sweden for the loan.", "REQUEST", "Norway", "Sweden"),
    ("The Herald quoted Lars Edmond as saying Norway must pay.", "REQUEST", "Lars Edmond", "Norway"),
    ("Food from Norway was distributed to the refugees.", "AID", "Norway", "refugees"),
    ("Norway shared intelligence on the plot with Sweden.", "COOPERATE", "Norway + Sweden", ""),
    ("Lars Edmond was among those arrested on Friday.", "COERCE", "", "Lars Edmond"),
    ("Lars Edmond was among those killed.", "ASSAULT", "", "Lars Edmond"),
    ("Lars Edmond was among those condemning Norway.", "ACCUSE", "Lars Edmond", "Norway"),
    ("Lars Edmond was refused entry at the airport.", "REJECT", "", "Lars Edmond"),
    ("Lars Edmond has no intention of resigning.", "REJECT", "Lars Edmond", ""),
    ("Norway does not intend to sign the treaty.", "REJECT", "Norway", ""),
    ("Lars Edmond is on trial for fraud.", "ACCUSE", "", "Lars Edmond"),
    ("Lars Edmond lied to the public, according to Ana Torvald.", "ACCUSE", "Ana Torvald", "Lars Edmond"),
    ("According to Ana Torvald, Lars Edmond is a liar.", "ACCUSE", "Ana Torvald", "Lars Edmond"),
    ("Ana Torvald said Norway was behind the killing.", "ACCUSE", "Ana Torvald", "Norway"),
    ("Ana Torvald said Norway was to blame for the failure.", "ACCUSE", "Ana Torvald", "Norway"),
    ("The treaty between Norway and Sweden was ratified.", "SUPPORT", "Norway + Sweden", ""),
    ("Norway backed the removal of Lars Edmond.", "SUPPORT", "Norway", ""),
    ("Norway backed the arrest of Lars Edmond.", "SUPPORT", "Norway", ""),
    ("Norway welcomed the election of Lars Edmond.", "SUPPORT", "Norway", "Lars Edmond"),
    ("Norway did not support the policies that Sweden mentioned.", "SUPPORT", "Norway", ""),
    ("Ana Torvald enlisted help from Lars Edmond.", "AID", "Lars Edmond", "Ana Torvald"),
    ("Norway reaffirmed its commitment to support Iraq.", "SUPPORT", "Norway", "Iraq"),
    ("The rebels took the town with Turkish help.", "AID", "Turkey", "rebels"),
    ("Arms shipments from Iran to the rebels continued.", "AID", "Iran", "rebels"),
    ("Ana Torvald won the vote with the backing of the union.", "SUPPORT", "union", "Ana Torvald"),
    ("Ana Torvald has the backing of the union.", "SUPPORT", "union", "Ana Torvald"),
    ("The committee voted to send a resolution to the Senate.", "SUPPORT", "committee", ""),
    ("Lars Edmond was extradited from Spain to Norway.", "COOPERATE", "Norway + Spain", ""),
    ("Lars Edmond cited his endorsement by the union.", "SUPPORT", "union", "Lars Edmond"),
    ("The party was helped by the support of Ana Torvald.", "SUPPORT", "Ana Torvald", "party"),
    ("The committee voted to advance Ana Torvald's nomination to the Senate.", "SUPPORT", "committee", "Ana Torvald"),
    ("The rebels promised to free the hostages.", "AGREE", "rebels", ""),
    ("Norway promised to help Sweden.", "AGREE", "Norway", "Sweden"),
    ("Norway sent doctors to help Sweden.", "AID", "Norway", "Sweden"),
    ("King Harald swore in Ana Torvald as prime minister.", "SUPPORT", "Harald", "Ana Torvald"),
    ("Ana Torvald interrupted a meeting with Lars Edmond.", "CONSULT", "Ana Torvald + Lars Edmond", ""),
    (
        "Over the course of two hours of talks with Lars Edmond, Ana Torvald said little.",
        "CONSULT",
        "Ana Torvald + Lars Edmond",
        "",
    ),
    ("Lars Edmond won. Ana Torvald appointed him Foreign Secretary.", "SUPPORT", "Ana Torvald", "Lars Edmond"),
    ("Lars Edmond was jailed by the court along with his wife.", "COERCE", "court", "Lars Edmond"),
    ("Lars Edmond was acquitted in the Senate on Monday.", "CONCEDE", "Senate", "Lars Edmond"),
    ("Lars Edmond was arrested in the Senate on Monday.", "COERCE", "", "Lars Edmond"),
    ("The Supreme Court dismissed the appeal of Lars Edmond.", "REQUEST", "Lars Edmond", "Supreme Court"),
    ("Ana Torvald filed a complaint with the council, demanding an inquiry.", "REQUEST", "Ana Torvald", "council"),
    ("Ana Torvald brought Lars Edmond to the council, demanding an inquiry.", "REQUEST", "Ana Torvald", ""),
    ("The rebels killed a woman named Ana Torvald.", "ASSAULT", "rebels", "Ana Torvald"),
    ("Miners condemned the police shooting of Lars Edmond.", "ASSAULT", "police", "Lars Edmond"),
    ("Democrats accused Norway of lying. The Democratic leader left.", "ACCUSE", "Democrats", "Norway"),
    ("Lars Edmond, together with Ana Torvald, sued the ministry.", "ACCUSE", "Lars Edmond + Ana Torvald", "ministry"),
    ("Lars Edmond joined Ana Torvald in condemning Norway.", "ACCUSE", "Lars Edmond + Ana Torvald", "Norway"),
    ("The delegation offered scathing criticism of Norway.", "ACCUSE", "delegation", "Norway"),
    ("Sweden rejected the claim from Oslo.", "REJECT", "Sweden", "Norway"),
    ("Some miners were jailed. The miners protested.", "PROTEST", "Some miners", ""),
    ("Ana Torvald attacked Lars Edmond over his record.", "ACCUSE", "Ana Torvald", "Lars Edmond"),
    ("The police raided the offices of the Herald.", "COERCE", "police", "Herald"),
    ("The army was placed on high alert.", "MOBILIZE", "", "army"),
    ("The rebels opened fire in Karsk, killing four soldiers.", "ASSAULT", "rebels", "four soldiers"),
    ("The killing of Lars Edmond in a Norwegian drone strike shocked the party.", "ASSAULT", "Norway", "Lars Edmond"),
    ("The army drove the rebels out of the town.", "ASSAULT", "army", "rebels"),
    ("The house of Lars Edmond was torched by the rebels.", "ASSAULT", "rebels", "Lars Edmond"),
    ("A judge handed Lars Edmond a life sentence.", "COERCE", "judge", "Lars Edmond"),
    ("Norway ordered the Swedish ambassador to leave.", "SANCTION", "Norway", "Swedish ambassador"),
    ("The ministry dismissed two officers on Monday.", "SANCTION", "ministry", "two officers"),
    ("Hundreds of soldiers lined the streets.", "MOBILIZE", "Hundreds of soldiers", ""),
    ("Lars Edmond was killed when the rebels attacked his convoy.", "ASSAULT", "rebels", "Lars Edmond"),
    ("Lars Edmond was wounded when the police opened fire.", "ASSAULT", "police", "Lars Edmond"),
    ("Twelve soldiers died in an ambush by the rebels on Monday.", "ASSAULT", "rebels", "Twelve soldiers"),
    ("Lars Edmond was killed in clashes with the police.", "ASSAULT", "police", "Lars Edmond"),
    ("Lars Edmond was wounded in an attack from Norway.", "ASSAULT", "Norway", "Lars Edmond"),
    ("The rebels ambushed a convoy carrying Lars Edmond.", "ASSAULT", "rebels", "Lars Edmond"),
    ("The rebels were behind the attack on the ministry.", "ASSAULT", "rebels", "ministry"),
    ("Norway accused the rebels of being behind the attack on the ministry.", "ASSAULT", "rebels", "ministry"),
    ("Norway restricted entry for Swedes.", "COERCE", "Norway", "Swedes"),
    ("The minister was suspended without pay.", "SANCTION", "", "minister"),
    ("Four protesters were injured in clashes with the police.", "ASSAULT", "police", "Four protesters"),
    ("Norway condemned the rebels' attack on Camp Karsk that killed four miners.", "ASSAULT", "rebels", "four miners"),
    ("Norway seized two Swedish boats on Friday.", "COERCE", "Norway", "Sweden"),
    ("The court halted the execution of Lars Edmond.", "CONCEDE", "court", "Lars Edmond"),
    ("Lars Edmond pulled the plug on his Senate run.", "RETREAT", "Lars Edmond", ""),
    ("The sheriff put two deputies on leave.", "SANCTION", "sheriff", "two deputies"),
    ("The commission struck Lars Edmond off the ballot.", "SANCTION", "commission", "Lars Edmond"),
    ("The attack by the rebels left four soldiers dead.", "ASSAULT", "rebels", "four soldiers"),
    ("The court handed former minister Lars Edmond a three-year term.", "COERCE", "court", "Lars Edmond"),
    ("Lars Edmond received nine years behind bars.", "COERCE", "", "Lars Edmond"),
    ("Lars Edmond walked free on Monday.", "RETREAT", "", "Lars Edmond"),
    ("Norway allowed the miners more freedom.", "CONCEDE", "Norway", "miners"),
    ("Lars Edmond resigned on Monday. Before resigning, he met Ana Torvald.", "RETREAT", "Lars Edmond", ""),
    ("Norway used poison gas against the rebels.", "ASSAULT", "Norway", "rebels"),
    ("Norwegian authorities said they had arrested Lars Edmond.", "COERCE", "Norway", "Lars Edmond"),
    ("Kim Jong Un spoke. The U.N. imposed sanctions on Sweden.", "SANCTION", "U.N.", "Sweden"),
    ("The talks resulted in Norway withdrawing its troops.", "RETREAT", "Norway", ""),
    ("The protest ended with the police arresting Lars Edmond.", "COERCE", "police", "Lars Edmond"),
    ("The row led to Minister Lars Edmond resigning.", "RETREAT", "Lars Edmond", ""),
    ("Lars Edmond was captured on Monday.", "COERCE", "", "Lars Edmond"),
    ("The government allowed the inspectors access to the camp.", "CONCEDE", "government", "inspectors"),
    ("The army was responsible for the killing of Lars Edmond.", "ASSAULT", "army", "Lars Edmond"),
    ("Sergeant Lars Edmond was shot at the station by a prisoner.", "ASSAULT", "prisoner", "Lars Edmond"),
    ("The rebels shot at the soldiers.", "ASSAULT", "rebels", "soldiers"),
    ("The rally of the miners ended in clashes with the police.", "ASSAULT", "miners + police", ""),
    ("The army is locked in a battle with the rebels.", "ASSAULT", "army + rebels", ""),
    ("Demonstrators marched. Clashes with the police broke out.", "ASSAULT", "Demonstrators + police", ""),
    ("The group carried out a string of atrocities against the miners.", "ASSAULT", "group", "miners"),
    ("The army pounded positions of the rebels.", "ASSAULT", "army", "rebels"),
    ("The police seized a car belonging to Lars Edmond.", "COERCE", "police", "Lars Edmond"),
    ("Sweden's parliament passed a law banning the Green Party.", "COERCE", "Sweden's parliament", "Green Party"),
    ("Reporters were prevented from entering the court building by soldiers.", "COERCE", "soldiers", "Reporters"),
    ("The court found Lars Edmond guilty of fraud.", "COERCE", "court", "Lars Edmond"),
    ("Norway recalled its ambassador from Stockholm after Sweden banned the party.", "SANCTION", "Norway", "Sweden"),
    ("Norway massed troops on the border with Sweden.", "MOBILIZE", "Norway", "Sweden"),
    ("The rebels killed four people, including children.", "ASSAULT", "rebels", "four people"),
    ("Greece accused Turkey of violating its airspace.", "ACCUSE", "Greece", "Turkey"),
    ("Greece accused Turkey of violating its airspace.", "REJECT", "Turkey", ""),
    ("Ana Torvald won the endorsement of the Green Party.", "SUPPORT", "Green Party", "Ana Torvald"),
    ("The minister signed an agreement with Lars Edmond.", "SUPPORT", "minister + Lars Edmond", ""),
    ("Lars Edmond was killed in a Norwegian drone strike.", "ASSAULT", "Norway", "Lars Edmond"),
    ("Norway fired missiles targeting Sweden.", "ASSAULT", "Norway", "Sweden"),
    ("A Norwegian patrol boat fired shots at two Swedish trawlers.", "ASSAULT", "Norway", "Sweden"),
    (
        "Ministers from Norway, Sweden and Denmark met to discuss the war.",
        "CONSULT",
        "Norway + Sweden + Denmark",
        "",
    ),
    ("Ana Torvald became the third president of Norway to be impeached.", "ACCUSE", "", "Ana Torvald"),
    ("Ana Torvald is due to hold talks with Lars Edmond on Friday.", "CONSULT", "Ana Torvald + Lars Edmond", ""),
    ("The lawyers of Lars Edmond asked the court to release him.", "REQUEST", "lawyers of Lars Edmond", "court"),
    ("Turkish deployments in Syria drew criticism from Greece.", "ACCUSE", "Greece", "Turkey"),
    ("Norway will withdraw its troops from Sweden.", "RETREAT", "Norway", "Sweden"),
    ("Norway announced new aid to help Sweden.", "AID", "Norway", "Sweden"),
    ("The rebels, backed by Norway, seized a ship.", "SUPPORT", "Norway", "rebels"),
    ("Norway will not bow to Sweden.", "REJECT", "Norway", "Sweden"),
    ("President Torvald appointed Lars Edmond as minister.", "SUPPORT", "Torvald", "Lars Edmond"),
    ("The court rejected a lawsuit filed by Norway.", "REJECT", "court", "Norway"),
    ("Norway announced new restrictions on flights to Sweden.", "SANCTION", "Norway", "Sweden"),
    ("Sweden was condemned in a joint statement by Norway and Denmark.", "ACCUSE", "Norway + Denmark", "Sweden"),
    ("Lars Edmond was granted political asylum by Norway.", "AID", "Norway", "Lars Edmond"),
    ("Norway gave ten million euros in aid to Sweden.", "AID", "Norway", "Sweden"),
    ("Ana Torvald took to Twitter to thank Lars Edmond.", "SUPPORT", "Ana Torvald", "Lars Edmond"),
    ("Norway deployed troops to Sweden on a peacekeeping mission.", "AID", "Norway", "Sweden"),
    ("Ana Torvald called Lars Edmond a decent man.", "SUPPORT", "Ana Torvald", "Lars Edmond"),
    ("Ana Torvald attacked Lars Edmond, calling him weak.", "ACCUSE", "Ana Torvald", "Lars Edmond"),
    ("Norway accepted the demands of Sweden.", "CONCEDE", "Norway", "Sweden"),
    ("The miners filed a lawsuit against the emergency that Norway declared.", "ACCUSE", "miners", "Norway"),
    ("A lawsuit was filed against Lars Edmond by Ana Torvald.", "ACCUSE", "Ana Torvald", "Lars Edmond"),
    ("Norway's arrest of Lars Edmond drew criticism from Sweden.", "COERCE", "Norway", "Lars Edmond"),
    ("The attack by Norway on Sweden began on Monday.", "ASSAULT", "Norway", "Sweden"),
    ("Ana Torvald was invited to form a government by Lars Edmond.", "REQUEST", "Lars Edmond", "Ana Torvald"),
    ("The police are investigating whether Lars Edmond took bribes.", "ACCUSE", "police", "Lars Edmond"),
    ("The deputies voted down the deal of Ana Torvald.", "REJECT", "deputies", "Ana Torvald"),
    ("Norway warned Sweden of consequences.", "THREATEN", "Norway", "Sweden"),
    ("Thousands of miners signed a petition asking Norway to act.", "REQUEST", "Thousands of miners", "Norway"),
    ("Allegations of fraud against Lars Edmond emerged on Monday.", "ACCUSE", "", "Lars Edmond"),
    ("Ana Torvald called for Lars Edmond to be released.", "REQUEST", "Ana Torvald", ""),
    ("Ana Torvald called for Lars Edmond to resign.", "REQUEST", "Ana Torvald", "Lars Edmond"),
    ("Ana Torvald demanded that Lars Edmond be released.", "REQUEST", "Ana Torvald", ""),
    ("Ana Torvald has written to Lars Edmond to demand more money.", "REQUEST", "Ana Torvald", "Lars Edmond"),
    ("Ana Torvald sent a letter requesting the new rules to Lars Edmond.", "REQUEST", "Ana Torvald", "Lars Edmond"),
    ("The miners, carrying placards asking Norway to leave, gathered.", "REQUEST", "miners", "Norway"),
    ("There were protests by miners against a change to Norway's election law.", "PROTEST", "miners", "Norway"),
    ("Minister Lars Edmond was fired on Monday.", "SANCTION", "", "Lars Edmond"),
    ("Hundreds of police officers were sent to the square.", "MOBILIZE", "Hundreds of police officers", ""),
    ("Lars Edmond was interviewed by the police.", "ACCUSE", "police", "Lars Edmond"),
    (
        "The ministry summoned Norway's chargé d'affaires.",
        "REQUEST",
        "ministry",
        "Norway's chargé d'affaires",
    ),
    ("Norway's chargé d’affaires was summoned by Sweden.", "REQUEST", "Sweden", "Norway's chargé d’affaires"),
    ("The governor deployed the National Guard on Monday.", "MOBILIZE", "governor", "National Guard"),
    ("The parliament has not passed the president's budget.", "REJECT", "parliament", "president"),
    ("Some senators, such as Ana Torvald, criticised Norway.", "ACCUSE", "Some senators + Ana Torvald", "Norway"),
    ("Norway praised the popular singer and lawmaker Lars Edmond.", "SUPPORT", "Norway", "Lars Edmond"),
    ("The union has launched a petition asking the ministry to pay.", "REQUEST", "union", "ministry"),
    ("The plan backed by the church was rejected by the ministry.", "REJECT", "ministry", ""),
    ("The website of the ministry was hit by a cyberattack.", "COERCE", "", "ministry"),
    ("The senate overrode Ana Torvald's veto.", "REJECT", "senate", "Ana Torvald"),
    ("The French ambassador was summoned to the ministry.", "REQUEST", "ministry", "French ambassador"),
    (
        "Norway is believed to have sent tens of thousands of soldiers to its border with Sweden.",
        "MOBILIZE",
        "Norway",
        "Sweden",
    ),
    (
        "Lars Edmond, together with Swedish Foreign Minister Ana Torvald, met Pia Falk.",
        "CONSULT",
        "Lars Edmond + Ana Torvald + Pia Falk",
        "",
    ),
    ("Two soldiers were killed and five wounded in clashes with rebels.", "ASSAULT", "rebels", "Two soldiers"),
    ("Ana Torvald welcomed the release of the hostages by the rebels.", "SUPPORT", "Ana Torvald", "rebels"),
    ("Ana Torvald called on Moscow to leave.", "REQUEST", "Ana Torvald", "Russia"),
    ("The Norwegian government led by Ana Torvald has resigned.", "RETREAT", "Norway", ""),
    (
        "Norway announced new sanctions on Thursday targeting the Swedish police.",
        "SANCTION",
        "Norway",
        "Swedish police",
    ),
    ("Norway issued new sanctions on the rebels.", "SANCTION", "Norway", "rebels"),
    ("The reporter Lars Edmond is being held in Norway on espionage charges.", "COERCE", "", "Lars Edmond"),
    (
        "The killing of the journalist Lars Edmond by Swedish agents caused anger.",
        "ASSAULT",
        "Swedish agents",
        "Lars Edmond",
    ),
    (
        "Ana Torvald condemned the shooting of six people, which Lars Edmond condemned as well.",
        "ACCUSE",
        "Lars Edmond",
        "",
    ),
    ("The selection of Lars Edmond as deputy pleased the miners.", "SUPPORT", "", "Lars Edmond"),
    ("The agreement reached on Monday between Norway and Sweden covers fish.", "AGREE", "Norway + Sweden", ""),
    ("The use of chemical weapons by Norway caused anger.", "ASSAULT", "Norway", ""),
    ("Ana Torvald condemned Norway's treatment of the miners.", "ACCUSE", "Ana Torvald", "Norway"),
    ("Many miners were killed at the hands of the rebels.", "ASSAULT", "rebels", "Many miners"),
    ("Western countries condemned the coup.", "ACCUSE", "Western countries", ""),
    ("Ana Torvald was appalled by the attack by Norway.", "ACCUSE", "Ana Torvald", "Norway"),
    ("The ministry failed to co-operate with the inquiry.", "REJECT", "ministry", ""),
    ("A military coup removed President Lars Edmond in May.", "COERCE", "", "Lars Edmond"),
    ("Norway has quarantined a number of cities.", "COERCE", "Norway", ""),
)


@pytest.mark.parametrize(("sentence", "event", "actors", "recipients"), SIDES)
def test_sides(sentence: str, event: EventType, actors: str, recipients: str) -> None:
    assert (actors, recipients) in sides_of(sentence, event)


@pytest.mark.parametrize(
    ("sentence", "event", "actors", "recipients"),
    [
        ("Ana Torvald sued Lars Edmond on behalf of the Senate.", "ACCUSE", "Ana Torvald + Senate", "Lars Edmond"),
        (
            "Several ministers criticised Lars Edmond, including Ana Torvald.",
            "ACCUSE",
            "Several ministers + Ana Torvald",
            "Lars Edmond",
        ),
        (
            "Ana Torvald met President Lars Edmond, Prime Minister Olaf Brandt and Foreign Minister Nils Dahl.",
            "CONSULT",
            "Ana Torvald + Lars Edmond + Olaf Brandt + Nils Dahl",
            "",
        ),
        ("In a letter to Lars Edmond, Ana Torvald asked for more time.", "REQUEST", "Ana Torvald", "Lars Edmond"),
        ("Ana Torvald wrote to Lars Edmond, urging him to resign.", "REQUEST", "Ana Torvald", "Lars Edmond"),
    ],
)
def test_sides_of_lists_and_letters(sentence: str, event: EventType, actors: str, recipients: str) -> None:
    assert sides_of(sentence, event) == [(actors, recipients)]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("The messages disparaged Ana Torvald.", "ACCUSE"),
        ("The ballot is the only way to stop Ana Torvald.", "COERCE"),
        ("As president he will be able to veto laws.", "REJECT"),
        ("Ana Torvald said that voters should praise Lars Edmond.", "SUPPORT"),
        ("Ana Torvald held her first campaign rally in Oslo.", "PROTEST"),
        ("Ana Torvald dismissed calls for her resignation.", "RETREAT"),
        ("Speaking to the Courier, Ana Torvald said that the roads were closed.", "CONSULT"),
        ("The committee found that Lars Edmond did not violate the law.", "ACCUSE"),
        ("The parliament voted to disband the police.", "SUPPORT"),
        ("The ministry suggested that the driver left the road.", "REQUEST"),
        ("The party withdrew its support for Ana Torvald.", "SUPPORT"),
        ("Norway worked with Sweden on Monday to end the war.", "RETREAT"),
        ("The company blamed human error for the crash.", "ACCUSE"),
        ("The police interviewed the friends of Ana Torvald.", "ACCUSE"),
    ],
)
def test_no_event(sentence: str, event: EventType) -> None:
    assert sides_of(sentence, event) == []


def test_a_complaint_that_is_filed_is_told_once() -> None:
    assert len(sides_of("Ana Torvald filed a complaint about Lars Edmond.", "ACCUSE")) == 1


def test_the_publisher_meets_nobody_whom_it_asks() -> None:
    def told(publisher: str) -> set[str]:
        document = Document(id="sides", text="The Courier met Ana Torvald on Monday.", publisher=publisher)
        tree = Tree(analyse(document))
        return {draft.what.event for draft in find_events(tree, find_cast(tree)) if isinstance(draft.what, Event)}

    assert told("The Gazette") == {"CONSULT"}
    assert told("Courier") == set()
    assert told("The Courier\u200d") == set()


def test_thanks_without_a_subject_are_the_speakers() -> None:
    document = Document(id="sides", text="“Congratulations to Lars Edmond,” said Ana Torvald.")
    entities, claims = find_claims(analyse(document))
    names = {entity.id: entity.name for entity in entities}
    told = [claim.what for claim in claims if isinstance(claim.what, Event)]
    assert [(names[e.actors[0]], names[e.recipients[0]]) for e in told] == [("Ana Torvald", "Lars Edmond")]


@pytest.mark.parametrize(
    ("publisher", "actors"),
    [("Norwegian Foreign Ministry", {"Norway"}), ("The Karsk Courier", set())],
)
def test_we_in_a_press_release_is_its_state(publisher: str, actors: set[str]) -> None:
    text = "Norway has spoken. We urge Lars Edmond to leave the border."
    entities, claims = find_claims(analyse(Document(id="release", text=text, publisher=publisher)))
    names = {entity.id: entity.name for entity in entities}
    told = [claim.what for claim in claims if isinstance(claim.what, Event) and claim.what.event == "REQUEST"]
    assert {names[entity] for what in told for entity in what.actors} == actors


@pytest.mark.parametrize(
    ("sentence", "event", "recipients"),
    [
        ("Lars Edmond died on Tuesday after being shot in his car.", "ASSAULT", "Lars Edmond"),
        ("Lars Edmond served eight years before being pardoned.", "CONCEDE", "Lars Edmond"),
    ],
)
def test_what_was_suffered_before_or_after(sentence: str, event: EventType, recipients: str) -> None:
    assert ("", recipients) in sides_of(sentence, event)


@pytest.mark.parametrize(
    ("sentence", "event", "actors", "recipients"),
    [
        ("Norwegian criticism of Sweden caused anger.", "ACCUSE", "Norway", "Sweden"),
        ("The Swedish veto of the resolution caused anger.", "REJECT", "Sweden", ""),
        ("Turkey is under EU sanctions.", "SANCTION", "EU", "Turkey"),
        ("Police said they would investigate Lars Edmond.", "ACCUSE", "Police", "Lars Edmond"),
        ("The rebels violated the ceasefire agreement with the army.", "ASSAULT", "rebels", "army"),
    ],
)
def test_adjectives_and_phrases_tell_sides(sentence: str, event: EventType, actors: str, recipients: str) -> None:
    assert (actors, recipients) in sides_of(sentence, event)


def test_what_is_done_on_a_visit_is_told_beside_it() -> None:
    told = sides_of("Ana Torvald paid a visit to Norway, where she held talks with Lars Edmond.", "CONSULT")
    assert told == [("Ana Torvald", "Norway"), ("Ana Torvald + Lars Edmond", "")]
    assert len(sides_of("Norway rejected the ultimatum issued by Sweden.", "THREATEN")) < 2


def test_who_is_said_to_have_suffered_it_is_not_blamed_by_who_is_cited() -> None:
    assert sides_of("According to Ana Torvald, Lars Edmond was deceived by the ministry.", "ACCUSE") == []
    assert sides_of("Lars Edmond acted according to the law.", "ACCUSE") == []
