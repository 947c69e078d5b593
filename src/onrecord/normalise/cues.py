"""The words of reporting: what kind of attribution and which act a cue stands for.

One table of lemmas by kind and act, one of phrases that override their head word, and the few classes of
nouns that tell a report from a person. Written from general knowledge of English reporting verbs (the say,
tell, order, promise, judgement and conjecture classes of any verb classification). No name of any actor.
"""

from __future__ import annotations

from functools import cache

from onrecord.normalise.lemma import lemmas
from onrecord.normalise.words import word_set
from onrecord.record import Act, AttributionKind

__all__ = [
    "EVIDENCE_NOUNS",
    "EVIDENTIAL",
    "NEUTRAL",
    "PHRASES",
    "UTTERANCE_NOUNS",
    "WEAK",
    "entries",
    "lemma_of",
]

Entry = tuple[AttributionKind, Act]

# Verbs that only say that something was said: what is said decides the act.
NEUTRAL = word_set(
    """
    say tell add write note state report explain remark comment mention observe reply respond answer
    tweet post retweet blog email text message cable phone telephone fax recount recall relate narrate
    describe detail outline elaborate clarify specify point stress emphasize emphasise underscore
    underline highlight reiterate repeat restate reaffirm confirm affirm maintain insist assert contend
    argue claim submit aver avow profess acknowledge admit concede confess disclose divulge share inform
    notify brief update assure reassure remind quip joke jest laugh sigh shout yell scream cry exclaim
    whisper mutter murmur mumble chant sing intone opine muse reflect reason conclude summarize
    summarise quote cite refer allude hint imply suggest indicate intimate convey communicate relay
    broadcast print echo tout boast brag crow gush enthuse riff rave ramble interject interrupt chime
    counter retort rejoin snap bark growl deadpan read name call label dub term brand characterize
    characterise portray paint depict cast frame compare liken equate identify list enumerate pronounce
    attest certify verify corroborate testify depose speak talk lecture preach teach go continue begin
    start finish end open close resume volunteer proffer venture offer reveal declare signal drawl
    stammer stutter gasp grumble groan moan sneer sniff snort scribble jot pen type scrawl sign mouth
    paraphrase rephrase reword translate interpret recap review rehearse recite repost caption headline
    title analogize analogise analyze analyse theorize theorise hypothesize hypothesise posit postulate
    stipulate contextualize summon tease hype spin pitch sell trumpet herald advertise bill promote
    publicize publicise rattle reel reminisce remember ruminate explicate expound expand discourse orate
    sermonize rhapsodize wax counterargue justify rationalize rationalise contrast juxtapose attribute
    ascribe credit trace ground base marvel gossip chat converse confide confer correspond reference
    reckon circulate leak feature contain include generalize generalise exaggerate overstate understate
    lie misstate correct amend vouch witness argument assertion statement speech give put set provide
    deliver make have articulate reportedly coin account seemingly floated float insinuation interject
    recapitulate reprise boom amplify conflate entitle of to about on by under from as with
    """
)

_TABLE: dict[Entry, str] = {
    ("statement", "deny"): """
        deny reject refute rebut dismiss repudiate disavow disown dispute contradict contest gainsay
        negate disclaim debunk discount scoff renounce denial rejection disprove discredit downplay
        minimize minimise rebuttal repudiation recant retract""",
    ("statement", "accuse"): """
        accuse blame charge allege criticize criticise condemn denounce blast slam attack assail
        castigate chastise chide rebuke reprimand censure decry deplore deride ridicule mock lambaste
        lambast lampoon excoriate berate scold savage skewer fault impugn implicate indict arraign
        incriminate denigrate disparage malign vilify smear taunt needle bash trash pillory upbraid
        admonish reproach reprove rail inveigh thunder rage fume lash hit rip rap knock target bristle
        snipe jab swipe tweak heckle insult belittle demean shame hammer pummel pound batter rib torch
        roast eviscerate flay maul sue litigate complain gripe grouse whine hurl accusation allegation
        criticism condemnation denunciation critique vituperation insinuate tar caricature complaint
        demonize pan rubbish anger offend demonise stigmatize slur libel defame oust expose confront
        snub fulminate seethe growse besmirch condescend critical harsh""",
    ("statement", "urge"): """
        urge appeal exhort implore beseech beg plead entreat press push prod pressure lobby encourage
        advise recommend counsel advocate demand request petition invite challenge dare propose instruct
        campaign agitate coax cajole nudge enjoin advice recommendation proposal suggestion plea rally
        rouse motion solicit dissuade discourage persuade convince caution entice incite goad spur
        exhortation nag pester bid nominate""",
    ("statement", "promise"): """
        promise pledge vow swear commit guarantee undertake threaten agree commitment threat assurance
        vouchsafe acquiesce consent assent volunteer underwrite""",
    ("statement", "predict"): """
        predict forecast foresee project estimate prophesy foretell augur prognosticate speculate warn
        prediction projection estimation speculation warning forewarn portend presage foreshadow
        extrapolate calculate bet wager envisage envision handicap alert""",
    ("statement", "announce"): """
        announce unveil proclaim launch release issue publish introduce inaugurate announcement
        declaration debut notice promulgate appoint file""",
    ("statement", "ask"): """
        ask question inquire enquire query wonder quiz interrogate grill probe poll survey interview
        inquiry""",
    ("statement", "other"): """
        thank praise congratulate commend applaud hail laud salute welcome endorse support back favor
        favour champion defend celebrate cheer compliment honor honour apologize apologise regret mourn
        lament bemoan bewail oppose object protest resist balk baulk decline refuse demur boo discuss
        debate address touch greet wish express voice concur disagree side sympathize sympathise
        empathize commiserate console toast bless curse forgive eulogize eulogise extol exalt glorify
        lionize embrace endorsement opposition objection refusal apology condolence gratitude apologetic
        supportive opposed outspoken vocal supporter proponent opponent ignore avoid sidestep dodge
        evade duck deflect hedge waver vacillate equivocate flip backtrack backpedal shrug focus dwell
        raise bring broach tackle weigh engage meet consult negotiate bargain listen rate score rank
        grade rebuff spurn shun excuse exonerate absolve acquit pardon concern dissent discussion second
        uphold stump cover chronicle distance favorite spar clash split attention tout champion boo""",
    ("belief", "state"): """
        think believe feel consider regard view see know understand suspect doubt assume presume suppose
        imagine deem judge guess figure recognize recognise realize realise accept appear seem sound
        look forget trust perceive sense surmise conjecture infer deduce misunderstand disbelieve fancy
        esteem sure certain confident convinced skeptical sceptical doubtful aware unaware unsure
        uncertain mindful wary belief opinion conviction assumption perception impression understanding
        notion suspicion consensus mind learn discover gather hear ponder contemplate mistake misjudge
        underestimate overestimate overlook ignorant concerned worried angry upset glad happy pleased
        proud sad sorry surprised disappointed frustrated alarmed nervous anxious uneasy dismayed
        horrified outraged shocked fond fan hate love like dislike loathe detest resent enjoy admire
        respect value appreciate prize cherish covet relish worship dread envy care grieve enthusiastic
        skepticism disbelief confidence thought feeling sentiment attitude stance position sympathetic
        impressed dream study examine reconsider puzzle wrestle grapple prioritize prioritise approve
        disapprove tolerate distrust mistrust unclear faith adamant uncomfortable unhappy upbeat
        appreciative tired loyal rumor rumour idea idolize scare""",
    ("belief", "predict"): """
        expect anticipate fear worry await hope expectation hopeful optimistic pessimistic bullish
        bearish likely unlikely expectant fearful""",
    ("intention", "promise"): """
        want plan intend aim seek desire aspire prefer strive endeavor endeavour try attempt mull
        prepare willing eager ready determined poised reluctant unwilling hesitant keen intent inclined
        loath ambition intention goal effort need crave yearn long itch angle vie resolve purpose
        mission agenda opt choose elect purport pursue work fight struggle hesitate unready interested
        bent schedule design explore""",
    ("decree", "announce"): """
        order rule decree decide mandate require ban bar adopt authorize authorise veto sanction
        sentence convict overturn enact pass vote legislate forbid prohibit permit allow license outlaw
        repeal revoke rescind suspend grant award impose dictate ordain subpoena overrule commission
        designate assign decision ruling verdict injunction resolution strike block halt fine fire hire
        pick select ratify annul void quash remand extradite deport expel dispatch deploy invoke exempt
        determine establish adjudicate arbitrate disqualify demote reinstate reverse""",
    ("decree", "urge"): "command direct",
    ("evidence", "state"): """
        show find demonstrate prove illustrate document detect measure evidence evince exhibit display
        record register tally total average count finding shed capture betray belie chart map gauge
        diagnose substantiate validate signify mean denote represent symbolize symbolise exemplify
        typify evident clear sample""",
}

# Phrases that mean something else than their first word; longest match wins over single words.
_PHRASES: dict[Entry, str] = {
    ("statement", "urge"): """
            call on|call upon|call for|push for|press for|appeal to|appeal for|insist on|advise against
            |ask for|argue for|argue against|speak in favor of|lobby for|reach out|fight for
            |make the case|make a case|put pressure|warn against|weigh in""",
    (
        "statement",
        "accuse",
    ): """
            hit out|lash out|hit back|take aim|go after|tear into|call out|take issue|take to task
            |fire back|shoot back|push back|strike back|cry foul|point the finger|speak out|find fault
            |rail against|turn on|pile on|take a swipe|take a shot|lay into|lit into|poke fun|make fun
            |raise alarm|cast doubt|plead guilty""",
    (
        "statement",
        "deny",
    ): """
            brush off|brush aside|shoot down|wave off|rule out|shrug off|play down|plead not guilty
            |wave away|laugh off|back away|back off|walk back|throw cold water|turn down""",
    (
        "statement",
        "promise",
    ): """
            sign up|double down on a promise|agree to|offer to""",
    (
        "statement",
        "state",
    ): """
            point out|make clear|double down|set out|lay out|spell out|make it clear|make plain|go on
            |chime in|speak of|hold forth|sum up|read out|speak up|blurt out|cry out|shout out
            |make a point|note that|note of|according to|bring up|talk up|open up|put forward|put forth
            |put it|give a speech|refer to|shed light|attribute to|make the point|as per|in the words of
            |point to|come out|take note""",
    ("statement", "announce"): """
            come out|make public|roll out|make an announcement|plan to announce""",
    ("statement", "predict"): """
            bet on|raise the alarm|sound the alarm|raise the prospect""",
    (
        "statement",
        "other",
    ): """
            decline to|refuse to|decline comment|pay tribute|give thanks|touch on|touch upon|stand by
            |throw support|come out against|come out for|vote for|vote against|side with|in favor
            |express support|take credit|express concern|raise concern|give credit|stand with|back down
            |send condolences|in support|look back|come to the defense|talk about|opposed to
            |rally behind|campaign for|critical of""",
    (
        "belief",
        "state",
    ): """
            have in mind|take for granted|be of the opinion|find it|hold that|in the view of|look like
            |make sense|take seriously|be afraid|in the eyes of|look at|see as|come to believe|make of""",
    ("belief", "predict"): """
            look forward|bank on|count on|expect to""",
    (
        "intention",
        "promise",
    ): """
            look to|set out to|plan on|be prepared|hope to|would rather|about to|be about|work to|try to
            |gear up|hold out""",
    (
        "decree",
        "announce",
    ): """
            hand down|find guilty|strike down|sign into law|sign off|give permission|lift the ban
            |vote to|vote down|call off|put in place|set up|shut down|clear the way""",
    ("evidence", "state"): """
            bear out|turn up|come to light|give evidence""",
}
PHRASES = {phrase.strip(): entry for entry, phrases in _PHRASES.items() for phrase in phrases.split("|")}

# Verbs that carry the cue only when no other word of it does ("went on to say", "continued to insist").
WEAK = word_set(
    """
    go continue begin start keep make give take have be do get come put try seek attempt raise use like
    need work open close end finish read bring send hold contain include set mean want look run sound
    try focus follow provide deliver of to about on by under from as with decide know remember second
    clear release issue
    """
)

# With a report, data or a survey as the source these are evidence, with a person they are statements.
EVIDENTIAL = word_set(
    """
    reveal indicate suggest say report note conclude estimate confirm point state according describe
    detail highlight underscore cite list imply warn project predict forecast determine argue put
    identify claim add read recommend contain include signal establish
    """
)

EVIDENCE_NOUNS = word_set(
    """
    report data survey study poll figure analysis research estimate projection finding result statistic
    record census audit screening test investigation evidence footage video document index forecast
    number review paper assessment inquiry probe satellite image imagery photo photograph recording
    transcript chart graph table model simulation calculation average barometer questionnaire experiment
    trial measurement indicator count tally reading log ledger file filing archive dossier dataset
    database map autopsy scan exam examination
    """
)

UTTERANCE_NOUNS = word_set(
    """
    statement letter release tweet post announcement remark remarks comment communique communiqué
    message email e-mail memo memorandum note speech address declaration notice bulletin advisory
    readout press-release editorial op-ed column article story dispatch briefing petition appeal call
    complaint lawsuit indictment affidavit testimony order ruling decision opinion resolution tweets
    publication website site blog caption headline ad advertisement commercial plan proposal platform
    book manifesto communication mailing flyer
    """
)


@cache
def entries() -> dict[str, Entry]:
    """Lemma or cue noun to its kind and act."""
    table: dict[str, Entry] = dict.fromkeys(sorted(NEUTRAL), ("statement", "state"))
    for entry, words in _TABLE.items():
        for word in words.split():
            table.setdefault(word, entry)
    return table


@cache
def lemma_of() -> dict[str, str]:
    """Word form to the lemma under which :func:`entries`, the phrases and the weak verbs list it."""
    heads = [phrase.split()[0] for phrase in PHRASES]
    return lemmas(dict.fromkeys([*entries(), *heads, *sorted(WEAK)]))
