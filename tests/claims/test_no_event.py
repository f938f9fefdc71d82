"""Words that tell of an event elsewhere and of none here, each beside a sentence where they do."""

import pytest
from told import events

PAIRS = (
    # one's own name is not a thing refused
    ("REJECT", "Ana Torvald has ruled out talks.", "Ana Torvald has not ruled herself out."),
    # what a quotation asks is not done
    ("ASSAULT", "“Rebels shot Lars Edmond,” Ana Torvald said.", "“Who says rebels shot Lars Edmond?” she said."),
    # what is only to be told is no request
    ("REQUEST", "Lars Edmond asked Ana Torvald to resign.", "Lars Edmond asked Ana Torvald what had happened."),
    ("REQUEST", "Lars Edmond asked the ministry if he could leave.", "Lars Edmond asked the ministry how it voted."),
    # people and not what is theirs
    ("RETREAT", "The rebels released the miners.", "The ministry released the names of the miners."),
    ("AID", "The church took in the refugees.", "Lars Edmond took the name of Ana Torvald in his youth."),
    # cameras take nobody, and to speak to the press together is no meeting
    ("COERCE", "The army captured Lars Edmond.", "Cameras captured Lars Edmond in the street."),
    ("CONSULT", "Ana Torvald held a meeting with Lars Edmond.", "Ana Torvald held a news conference with Lars Edmond."),
    ("ASSAULT", "The rebels attacked Lars Edmond.", "Ana Torvald attacked Lars Edmond for raising taxes."),
    ("SUPPORT", "Ana Torvald expressed support for the police.", "Ana Torvald expressed an interest in the police."),
    # courts put off trials, and what is complained of to somebody is not his fault
    ("SANCTION", "Lars Edmond was suspended in May.", "The trial of Lars Edmond was suspended in May."),
    ("SANCTION", "The party threw out Lars Edmond.", "The court threw out a request by Lars Edmond."),
    ("ACCUSE", "After criticism by Ana Torvald, the police left.", "After complaints by Ana Torvald, the police came."),
    ("REQUEST", "The union repeated its demand for talks.", "The union dropped its demand for talks."),
    ("REJECT", "Ana Torvald will not stand in the election.", "Ana Torvald will not stand by."),
    # a statue is nobody
    ("COERCE", "The rebels toppled Lars Edmond.", "The rebels toppled a statue of Lars Edmond."),
    # ideas and happenings are neither met nor struck
    ("CONSULT", "Lars Edmond met Ana Torvald.", "The company met the needs of Ana Torvald."),
    ("ASSAULT", "The rebels attacked the soldiers.", "Senators attacked the inquiry."),
    ("ASSAULT", "The rebels fought against the soldiers.", "The charity fights against violence against miners."),
    ("ASSAULT", "Kara Dorn attacked the soldiers.", "Kara Dorn attacked Lars Edmond during the debate."),
    # ills and words are no force, and a crash that kills is nobody's attack
    ("ASSAULT", "Lars Edmond was killed in an attack.", "Lars Edmond died of a heart attack."),
    ("ASSAULT", "Lars Edmond was shot when the rebels attacked.", "Twelve miners died when a bridge collapsed."),
    # what a disaster does is nobody's deed, nor is what anyone may do
    ("ASSAULT", "The rebels stormed the town, killing ten people.",
     "Teams from Norway joined the search days after an earthquake hit the valley, killing ten people."),
    ("ASSAULT", "The rebels attacked Norway.", "Anyone who attacks Norway will pay, Lars Edmond said."),
    # a conflict is nobody's deed, and what would have to happen first is not planned
    ("ASSAULT", "Norway's missiles killed ten people.", "Norway's conflict has killed ten people."),
    ("RETREAT", "The rebels fought on until the army freed Lars Edmond in May.",
     "The rebels vowed to fight on until Lars Edmond is freed."),
    ("RETREAT", "Lars Edmond stepped down.", "The union threatened a strike unless Lars Edmond stepped down."),
    ("PROTEST", "The miners marched in protest.", "Norway recalled its ambassador in protest."),
    ("AID", "Norway sent aid to Peru.", "Norway froze part of its aid to Peru."),
    # nobody is asked to mourn, and who appeals for money sues nobody
    ("REQUEST", "Ana Torvald ordered the army to leave.", "Ana Torvald ordered three days of mourning."),
    ("ACCUSE", "The union launched a lawsuit against Norway.", "The union launched an appeal for donations."),
    # a law that is not made yet or only spoken of bans nothing
    ("COERCE", "The parliament passed a law banning the party.", "The party praised a law banning smoking."),
    # what is in March is not dropped in
    ("CONSULT", "Ana Torvald dropped in on Lars Edmond.", "The case against Lars Edmond was dropped by her in March."),
    # missiles are no travellers, and a virus is no force
    ("COERCE", "The navy intercepted the smugglers.", "The navy intercepted a missile."),
    ("ASSAULT", "The protesters hit Lars Edmond.", "The virus hit the miners."),
    ("SANCTION", "Norway left the Northern Alliance.", "Norway bombed Karsk, leaving four people dead."),
    # who fails to agree or win is not blamed for it
    ("ACCUSE", "Lars Edmond said that Norway had failed to pay.", "Lars Edmond said that Norway had failed to win."),
    # who tells of a killing accuses nobody
    ("ACCUSE", "The ministry said the rebels had lied.", "The ministry said the rebels had killed four soldiers."),
    # accidents, words, settling elsewhere and rockets of companies
    ("ASSAULT", "Lars Edmond was killed on Monday.", "A welder was killed while working at a station."),
    ("ASSAULT", "The rebels attacked Lars Edmond on Monday.", "Ana Torvald attacked Lars Edmond over his record."),
    ("RETREAT", "The army retreated from Karsk.", "Lars Edmond retreated to Karsk and wrote songs."),
    ("MOBILIZE", "Norway tested a missile.", "The company tested its rocket."),
    ("RETREAT", "The rebels set the prisoners free.", "The project sets people free."),
    # voters and software are no forces
    ("MOBILIZE", "The government mobilised the army.", "The campaign mobilised thousands of voters."),
    ("MOBILIZE", "The army deployed tanks.", "The company deployed a new version of its software."),
    ("RETREAT", "The ministry released Lars Edmond.", "The ministry released new figures on the miners."),
    # beasts, devices and ills do nothing
    ("ASSAULT", "Lars Edmond was killed by rebels.", "Lars Edmond was killed by his lions."),
    ("CONCEDE", "The court allows the miners to return.", "The escalator allows the miners to return."),
    # whose thing it is
    ("COERCE", "The police surrounded the protesters.", "Lars Edmond died at home, surrounded by his family."),
    ("MOBILIZE", "The government deployed troops.", "The government deployed a camera."),
    ("ACCUSE", "The police investigated Lars Edmond.", "The police investigated the crash."),
    ("RETREAT", "The court released Lars Edmond.", "The court ordered the ministry to release Lars Edmond."),
    ("THREATEN", "Norway warned Sweden.", "Police warned the residents to stay at home."),
    ("ACCUSE", "Norway challenged the ruling of the court.", "Lars Edmond ran for mayor, challenging Ana Torvald."),
    ("REJECT", "Norway called off the summit.", "The navy called off its search."),
    ("SANCTION", "Norway cut off Sweden.", "Lars Edmond was cut off by another driver."),
    # told before, and what is only called so
    ("PROTEST", "The miners protested. A protest began.", "The miners were tired after last week's protest."),
    ("PROTEST", "Ana Torvald left in protest.", "Ana Torvald was hurt in an earlier protest."),
    # who asks
    ("ACCUSE", "The police interviewed Lars Edmond.", "The newspaper interviewed Lars Edmond."),
    # abroad
    ("CONSULT", "President Lars Edmond travelled to Portugal.", "President Lars Edmond travelled to South Dakota."),
    ("CONSULT", "President Lars Edmond addressed the parliament.", 'Lars Edmond addressed the public: "Stay."'),
    ("ASSAULT", "Norway ordered the killing of the rebels.", "Norway ordered the killing of 300 pigs."),
    ("COERCE", "The police seized the weapons.", "Norway seized the opportunity."),
    ("RETREAT", "Lars Edmond was released from prison.", "Lars Edmond was released from the hospital."),
    ("PROTEST", "Protesters gathered in the square.", "Fans gathered in the square."),
    # wished of others
    ("RETREAT", "Norway wants to release the miners.", "Norway wants the rebels to release the miners."),
    # titles of works, and what is said of somebody's health
    ("SUPPORT", "Lars Edmond paid tribute to Ana Torvald.", 'Ana Torvald appeared in the film "A Tribute to Lars".'),
    ("SUPPORT", "Lars Edmond said Ana Torvald was a great leader.", "Lars Edmond said she was in excellent health."),
    # going along, and appeals from one court to the next
    ("CONSULT", "Lars Edmond accompanied Ana Torvald.", "Ana Torvald will be accompanied by Lars Edmond."),
    ("REQUEST", "Ana Torvald appealed to the ministry.", "Ana Torvald would appeal, her lawyer said."),
    ("REQUEST", "Ana Torvald appealed for calm.", "Ana Torvald would appeal against the verdict."),
    # true in general
    ("SUPPORT", "The deputies voted for Lars Edmond.", "Citizens vote for deputies."),
    ("SANCTION", "Governments suspended parliament.", "It is common for governments to suspend parliament."),
    ("REQUEST", "I ask the judge to resign.", "You ask the judge to resign."),
    # kin, colleagues and sittings
    ("CONSULT", "Lars Edmond met Ana Torvald.", "Lars Edmond met his wife, Ana Torvald, at school."),
    ("AID", "The rebels helped Lars Edmond.", "His brother helped Lars Edmond."),
    ("COOPERATE", "The ministry worked with Lars Edmond.", "Ana Torvald worked with Lars Edmond."),
    ("CONSULT", "The Nordic Alliance met on Monday.", "The Senate met on Monday."),
    # what somebody is for, and bonds that say who is meant
    ("CONCEDE", "Norway continued lifting the ban.", "Lars Edmond supports lifting the ban."),
    ("SUPPORT", "Norway supported Lars Edmond.", "The rebels attacked Lars Edmond, who is supported by Norway."),
    # verbs with a particle of their own, and sums and crowds that are no troops
    ("SUPPORT", "Ana Torvald picked Lars Edmond as her deputy.", "The police picked up Lars Edmond in Oslo."),
    ("RETREAT", "Norway pulled out its troops.", "Investors pulled out $36 billion."),
    ("RETREAT", "Norway reduced its troops in Sweden.", "Norway reduced the influx of fighters."),
    # what others are told to do, battles before judges, and what is attacked in words
    ("COERCE", "The police arrested them all.", '"Arrest them all," Lars Edmond told the police.'),
    ("ASSAULT", "The rebels shot the soldiers.", '"Shoot the soldiers and seize the town," Lars Edmond said.'),
    ("ASSAULT", "The army is locked in a battle with the rebels.", "Norway is locked in a legal battle with Sweden."),
    ("ASSAULT", "The army was behind the attack.", "The army is responsible for the attack on corruption."),
    ("ASSAULT", "Miners clashed with the police.", "Clashes with the police broke out."),
    ("ASSAULT", "Lars Edmond attacked a soldier.", "Lars Edmond, who has attacked Ana Torvald, spoke on Monday."),
    ("ASSAULT", "Rebels led an attack on the union.", "The ad shows an attack on Senator Lars Edmond."),
    ("COERCE", "The army encircled the rebels.", "Iran is encircled by Iraq and Turkey."),
    ("MOBILIZE", "Hundreds of police officers were sent to the square.", "Those who sent troops to Iraq agreed."),
    ("ASSAULT", "The army annihilated the rebels.", "Norway annihilated Sweden 5-0 in the final."),
    ("ASSAULT", "The miners' clash with the police continued.", "The senator's clash with Lars Edmond continued."),
    ("ASSAULT", "The attack on Karsk followed.", "The attack at Karsk followed."),
    ("COERCE", "Lars Edmond was forced to work on the ship.", "Residents were forced to leave because of the floods."),
    ("SANCTION", "The party dumped Lars Edmond.", "Lars Edmond dumped his girlfriend, Ana Torvald."),
    ("ASSAULT", "Norway launched an attack on Sweden.", "Norway simulated an attack on Sweden."),
    ("RETREAT", "The ceasefire between Norway and Sweden holds.", "The ceasefire between Norway and Sweden collapsed."),
    ("COERCE", "The army overthrew Lars Edmond.", "The aims are to stop the vote. These are: overthrow Lars Edmond."),
    ("SANCTION", "The union broke with Norway.", "The senators broke with Lars Edmond over the bill."),
    # one of several senses, or what was only supposed, due or not needed
    ("SUPPORT", "The party praises our plan, Ana Torvald said.", "It praises our plan, Ana Torvald said."),
    ("REQUEST", "The ministry ordered a recount.", "The airline has ordered $6 billion in new airliners."),
    ("RETREAT", "The army disengaged from the rebels.", "The pilots disengaged an engine."),
    ("COERCE", "Lars Edmond was charged and convicted.", "The law holds if Lars Edmond is charged or convicted."),
    ("ACCUSE", "The police charged Lars Edmond.", "The carrier charged customers more in Sweden than in Norway."),
    ("REQUEST", "Voters were demanding an answer.", "Consumers were demanding larger cars."),
    ("REJECT", "Norway will not let the inspectors enter.", "“We will not let our mines vanish,” Ana Torvald said."),
    ("ACCUSE", "Ana Torvald spoke out against Lars Edmond.", "Ana Torvald spoke out that Norway has a plan."),
    ("REJECT", "Ana Torvald declined to meet the miners.", "Ana Torvald declined to predict when it would end."),
    ("CONSULT", "Minister Ana Torvald travelled to Norway.", "The law is about Muslims travelling to Norway."),
    ("REQUEST", "Norway sought information from Sweden.", "Lars Edmond wanted to seek out information on the church."),
    ("COOPERATE", "Norway bought oil from Sweden.", "“We do not need to buy oil from Sweden,” Ana Torvald said."),
    ("REQUEST", "The contractors lobby for the dam.", "Officers are often hired by contractors to lobby for the dam."),
    ("ASSAULT", "A Russian incursion followed.", "“Any Russian incursion would be a mistake,” said Ana Torvald."),
    ("ACCUSE", "Ana Torvald denounced the mob.", "Ana Torvald should have denounced the mob."),
    ("ACCUSE", "Norway faces a legal challenge from Ana Torvald.", "Lars Edmond faces a challenge from Ana Torvald."),
    ("SUPPORT", "Every deputy voted in favour of the bill.", "Every deputy voted in favour of impeachment."),
    ("RETREAT", "Norway withdrew its troops.", "The ministers underscored that Norway must withdraw its troops."),
    ("PROTEST", "Miners held a protest against the visit.", "Norway lodged a protest with Sweden over the visit."),
    # habits, duties, journalists and governments at work
    ("SUPPORT", "Ana Torvald appointed ministers on Monday.", "The king, who formally appoints ministers, was ill."),
    ("ACCUSE", "The unit investigated the fraud.", "The unit was tasked with investigating the fraud."),
    ("PROTEST", "The miners struck on Monday.", "The bandits struck again on Monday."),
    ("AID", "Norway contributed money to the agency.", "Lars Edmond contributed to the agency."),
    ("REQUEST", "Ana Torvald proposed a bill.", "The Norwegian government proposed a bill."),
    # descriptions, bombs and those who suffer it
    ("ACCUSE", "Ana Torvald is investigating Lars Edmond.", "The investigating officer, Lars Edmond, was ill."),
    ("PROTEST", "The strike by the miners went on.", "Norway and its allies launched strikes on the rebels."),
    ("ACCUSE", "“It is wrong that Norway has lied,” said Ana.", "“It is wrong that Norway was shut out,” said Ana."),
    # what only leads to it, and what was done as a rule
    ("REQUEST", "Ana Torvald urged the ministry to act.", "The report grew, prompting the ministry to act."),
    ("SUPPORT", "The king appointed the minister Lars Edmond.", "Historically, ministers were appointed by the king."),
    # strikes from the air, inquiries that are only come back to, support that is needed
    ("PROTEST", "The miners staged a strike.", "Allied nations which have conducted strikes in Karsk include Spain."),
    ("ACCUSE", "The police opened an inquiry into Lars Edmond.", "She lied during the inquiry into Lars Edmond."),
    ("ACCUSE", "The trial of Lars Edmond began.", "While preparing for his trial, Lars Edmond wrote a book."),
    ("SUPPORT", "Norway won support from its partners.", "Norway can count on support from its partners."),
    ("SUPPORT", "Portugal expressed support for the army.", "Portugal launched airstrikes in support of the army."),
    ("SUPPORT", "The party named Lars Edmond as its candidate.", "Reports named Lars Edmond as its candidate."),
    ("COERCE", "Norway's raid on the rebels followed.", "Lars Edmond was killed in a raid by Norway."),
    ("COERCE", "Norway's raid on the rebels followed.", "Norway's bombing raids on the rebels followed."),
    ("REJECT", "The government postponed the election.", "The government signed an order delaying the election."),
    # what one is kept from or guards against, what is compared, interviews, services and studies
    ("CONSULT", "Lars Edmond met the premier.", "The union stopped Lars Edmond from meeting the premier."),
    ("REQUEST", "The migrants claimed asylum in Spain.", "Laws ban the migrants from claiming asylum in Spain."),
    ("ASSAULT", "Russian aggression followed.", "There is no defence against Russian aggression."),
    ("CONCEDE", "Norway legalised the party.", "Lars Edmond compared legalising the party to treason."),
    ("CONSULT", "Ana Torvald sat down with Lars Edmond.", "Ana Torvald sat down with Lars Edmond for an interview."),
    ("AID", "Norway helped the miners.", "The hospital provides medical services to patients."),
    # guests of an event, stores, hospitals, rewards and one's own wishes
    ("SUPPORT", "Ana Torvald welcomed the decision.", "Ana Torvald welcomed everyone to the event."),
    ("COERCE", "The police closed off the square.", "The firm closed off stores."),
    ("RETREAT", "Lars Edmond's release from prison followed.", "Lars Edmond's release from hospital followed."),
    ("COERCE", "The capture of Lars Edmond followed.", "She has information leading to the capture of Lars Edmond."),
    ("REQUEST", "Lars Edmond left at the request of Norway.", "Lars Edmond was moved at his own request."),
    # people at large, what journalists ask, and what somebody is let do
    ("REJECT", "A million people rejected the plan.", "Others rejected the plan."),
    ("ACCUSE", "Some people criticised Norway.", "Some people criticised the decision."),
    ("REQUEST", "Lars Edmond was asked to resign.", "Lars Edmond said it was late when asked to resign."),
    ("COERCE", "The police arrested Lars Edmond.", "The law allows the police to arrest Lars Edmond."),
    ("SUPPORT", "The Harbour Foundation supported the plan.", "The study was supported by the Harbour Foundation."),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "told", "untold"), PAIRS)
def test_words_that_tell_of_an_event_and_of_none(kind: str, told: str, untold: str) -> None:
    assert kind in {event for event, _, _ in events(told)}
    assert kind not in {event for event, _, _ in events(untold)}


def test_what_the_words_tell_instead() -> None:
    assert events("The court ordered the ministry to release Lars Edmond.") == {("REQUEST", "court", "ministry")}
    assert events("Police warned the residents to stay at home.") == {("REQUEST", "Police", "residents")}
    assert events("Kara Dorn attacked Lars Edmond during the debate.") == {("ACCUSE", "Kara Dorn", "Lars Edmond")}


def test_nobody_is_blamed_for_what_was_done_to_him() -> None:
    assert ("ACCUSE", "Norway", "Sweden") in events("Norway condemned Sweden's invasion of Denmark.")
    assert ("ACCUSE", "Norway", "") in events("Norway condemned the killing of Ana Torvald.")
    assert ("REQUEST", "Norway", "") in events("Norway demanded the release of Ana Torvald.")
    assert ("ACCUSE", "Norway", "court") in events("Norway condemned the decision of the court.")


def test_the_publisher_is_agreed_with_on_nothing() -> None:
    text = "Lars Edmond agreed to answer questions for the Daily Harbour."
    assert events(text) and not events(text, "Daily Harbour")


def test_support_that_goes_on_or_is_planned() -> None:
    assert events("Norway continues to support Sweden.") == {("SUPPORT", "Norway", "Sweden")}
    assert events("Norway plans to support Sweden.") == {("SUPPORT", "Norway", "Sweden")}
    assert not events("Norway wants to support Sweden.")


def test_an_agreement_that_is_signed_is_told_once() -> None:
    assert events("Norway signed a deal with Sweden.") == {("SUPPORT", "Norway, Sweden", "")}


def test_who_is_encouraged_by_what_others_do_supports_them() -> None:
    assert events("Ana Torvald was encouraged by the decision of Norway.") == {("SUPPORT", "Ana Torvald", "Norway")}


def test_money_in_aid_goes_to_whom_the_aid_is_for() -> None:
    assert ("AID", "Norway", "Sweden") in events("Norway will provide $100 million in new aid to Sweden.")


def test_work_together_that_lasts_happens_where_it_begins_or_goes_on() -> None:
    assert events("Norway began cooperation with Sweden.") == {("COOPERATE", "Norway, Sweden", "")}
    assert events("Norway ended its cooperation with Sweden.") == {("SANCTION", "Norway", "Sweden")}


def test_what_befell_somebody_is_told_once() -> None:
    told = events("The rebels killed Lars Edmond on Monday. Norway mourned after the killing of Lars Edmond.")
    assert told == {("ASSAULT", "rebels", "Lars Edmond")}
    assert ("ASSAULT", "", "Lars Edmond") in events("Norway mourned after the killing of Lars Edmond.")


def test_what_a_noun_tells_under_an_if_is_no_event() -> None:
    assert not events("If Norway's endorsement of Lars Edmond surprised the rebels, they hid it.")
    assert events("Norway's endorsement of Lars Edmond surprised the rebels.")


def test_shares_of_those_asked_support_nobody() -> None:
    assert not events("Some 46 percent would choose Lars Edmond.")
    assert not events("Lars Edmond was supported by 42 percent of those asked.")


def test_trade_that_is_counted_is_no_event() -> None:
    assert not events("Norway's exports to Sweden amounted to two billion dollars.")
    assert ("COOPERATE", "Norway, Sweden", "") in events("Norway resumed its exports to Sweden.")


def test_who_wins_a_promise_does_not_keep_it() -> None:
    assert not any(kind == "RETREAT" for kind, *_ in events("Ana Torvald extracted a promise to end the strike."))
    assert ("RETREAT", "Ana Torvald", "") in events("Ana Torvald made a promise to end the strike.")


def test_support_that_is_needed_is_not_given() -> None:
    assert not events("Ana Torvald needs more support from women for her campaign.")
    assert events("Ana Torvald received more support from women for her campaign.")


def test_a_word_with_a_hyphen_before_it_tells_of_nothing() -> None:
    assert not any(kind == "AID" for kind, *_ in events("Norway should strong-arm Sweden into peace."))
    assert ("AID", "Norway", "Sweden") in events("Norway will arm Sweden.")


def test_what_goes_to_several_untold_from_whom_is_no_trade() -> None:
    assert not events("The pipeline enables oil to be shipped to both Japan and China.")
    assert ("COOPERATE", "Norway, Japan", "") in events("Norway shipped oil to Japan.")


def test_an_opinion_that_one_shares_agrees_on_nothing() -> None:
    assert not events("Lars Edmond agreed that the rules should be modernised.")
    assert events("Norway agreed that it would pay for the dam.") == {("AGREE", "Norway", "")}


def test_who_arms_himself_helps_nobody() -> None:
    assert not events("The rebels armed themselves against Norway.")


def test_what_is_told_aside_of_one_person_is_told() -> None:
    assert ("CONSULT", "minister", "Norway") in events("The minister, who flew to Norway, left without a deal.")
    assert not events("The minister who flew to Norway left without a deal.")
    assert not events("Officials who flew to Norway left without a deal.")


def test_who_was_the_first_to_support_supported() -> None:
    assert events("Iceland became the first country to recognise Palestine.") == {("SUPPORT", "Iceland", "Palestine")}
    assert not events("Iceland had a plan to recognise Palestine.")


def test_a_commitment_to_defeat_somebody_supports_nobody() -> None:
    assert not events("Norway reaffirmed its commitment to defeating Sweden.")


def test_condolences_that_are_sent_are_told_once() -> None:
    told = events("The coalition sends our condolences to Sweden, Lars Edmond said.")
    assert told == {("SUPPORT", "coalition", "Sweden")}


def test_what_one_thinks_as_others_do_is_no_agreement() -> None:
    assert not events("Voters agree with Lars Edmond on taxes.")
    assert events("Norway and Sweden agree to build a dam.") == {("AGREE", "Norway, Sweden", "")}


def test_meetings_that_are_usual_private_or_of_a_thing() -> None:
    assert not events("The ministers of Norway meet every Wednesday.")
    assert not events("Ana Torvald travelled to Norway on holiday.")
    assert not any(kind == "CONSULT" for kind, *_ in events("The police met the train and arrested Lars Edmond."))
    assert not events("The union wants talks with the government.")


def test_older_agreements_are_not_agreed_again() -> None:
    assert not events("Under the 1994 treaty between Norway and Sweden the fish was shared.")
    assert events("The treaty between Norway and Sweden was welcomed.")


def test_what_can_be_touched_is_not_supported() -> None:
    assert not events("Lars Edmond backed his car into a wall.")
    assert events("Lars Edmond backed the bill.") == {("SUPPORT", "Lars Edmond", "")}


def test_damages_and_consumers() -> None:
    assert not any(kind == "AID" for kind, *_ in events("The court awarded Ana Torvald $3 million in damages."))
    assert not events("Norway sells phones to consumers.")


def test_nobody_known_mediates() -> None:
    assert "CONSULT" not in {event for event, _, _ in events("Deals brokered between Norway and Sweden hold.")}
    assert ("CONSULT", "Japan", "Norway, Sweden") in events("Japan brokered a deal between Norway and Sweden.")


def test_what_one_is_for_is_not_done() -> None:
    assert not events("Ana Torvald supports free trade.")
    assert events("Ana Torvald supported the bill on Monday.") == {("SUPPORT", "Ana Torvald", "")}


def test_what_one_was_told_to_do_is_not_done() -> None:
    assert not any(kind == "RETREAT" for kind, *_ in events("Lars Edmond was told to resign."))


def test_thanks_to_what_only_helped() -> None:
    assert not any(kind == "SUPPORT" for kind, *_ in events("Thanks to Norway, the dam was built."))


def test_counts_that_nobody_killed() -> None:
    assert not events("As many as 3,000 people killed in the storm of 1970.")
    assert not events("The storm killed five in the town.")
    assert not events("The driver hit two in the town.")
    assert not events("All men charged with murder are listed.")


def test_a_family_is_driven_and_a_report_not_confirmed() -> None:
    assert not any(kind == "COERCE" for kind, *_ in events("Lars Edmond drove his family from the house to the city."))
    assert not events("Norway refused to confirm the report.")


def test_a_right_to_appoint_appoints_nobody() -> None:
    assert not events("Under the constitution, the president appoints the prime minister.")
    assert not events("The judge must be confirmed by the Senate before she can take office.")
    told = events("President Ana Torvald appoints Lars Edmond as minister.")
    assert told == {("SUPPORT", "Ana Torvald", "Lars Edmond")}


def test_what_one_is_against_is_not_done() -> None:
    assert not events("The Harbour Party opposes the death penalty.")
    assert events("The Harbour Party opposed the bill on Monday.") == {("REJECT", "Harbour Party", "")}


def test_who_stands_in_the_place_of_another_stands_with_nobody() -> None:
    assert not events("On the ballot in Karsk, Ana Torvald stands in his place with the Farmers' League.")


def test_ideas_get_no_support_and_not_only_refuses_nothing() -> None:
    assert events("The Harbour Party supported social justice.") == {("SUPPORT", "Harbour Party", "")}
    assert events("The party pledged not only to act but also to pay for it.") == {("AGREE", "party", "")}
    assert events("The party pledged not to act.") == {("REJECT", "party", "")}
