"""Words that judge rather than state: what a claim that only characterises is known by.

Evaluative adjectives and adverbs, nouns that a thing or a party is called by in blame or praise, and the words about
which newsrooms tell their writers to take care (see :mod:`onrecord.normalise.characterising`). Categories only: no
actor's name, and nothing that only one side is called.
"""

from __future__ import annotations

from onrecord.normalise.words import word_set

__all__ = ["JUDGING", "LABELS", "PLAIN"]

# Adjectives and adverbs of praise, blame and weight.
JUDGING = word_set(
    """
    absurd admirable aggressive amazing appalling arbitrary arrogant atrocious awful bad barbaric baseless beautiful
    best better biased bitter bloodthirsty bloody bold brave brazen brilliant brutal brutally careless catastrophic
    cautious chaotic clear cold colonial compelling constructive corrupt courageous cowardly crazy credible criminal
    critical crucial cruel cynical dangerous dear deceitful decent decisive deceptive deliberate deliberately deplorable
    despicable despotic devastating difficult dignified disastrous disgraceful disgusting dishonest dismal
    disproportionate divisive dreadful essential evil excellent exceptional excessive extraordinary extreme extremist
    fair false fanatical fantastic fascist fatal flagrant flawed foolish fraudulent fundamental futile generous
    genocidal genuine good great grave greedy grim groundless harsh hateful heartbreaking heinous heroic historic honest
    honourable honorable hopeless horrible horrific horrifying hostile hypocritical illegal illegally illegitimate
    immense immoral imperative imperialist important impressive inadequate incompetent incredible indefensible
    indiscriminate inexcusable inhuman inhumane innocent insane insidious insufficient intolerable invaluable
    irresponsible ironclad just justified lawful legitimate ludicrous malicious meaningful merciless misguided
    misleading monstrous moral murderous naive necessary negligent noble nonsense obscene offensive oppressive
    outrageous outstanding pathetic peaceful perfect perilous pointless powerful precious premature
    principled proud provocative racist radical reasonable reckless recklessly remarkable repressive reprehensible
    repugnant resolute responsible ridiculous right robust rogue ruthless ruthlessly sacred sad savage scandalous
    senseless serious shameful shameless shocking sickening significant sincere sinister so-called solid staggering
    steadfast strong stupid stunning successful sufficient superb terrible terrific toxic traditional tragic treacherous
    tremendous troubling true tyrannical ugly unacceptable unbearable undemocratic unconscionable unfair unfit
    unfortunate unforgivable ungrateful unjust unjustifiable unjustified unlawful unlawfully unnecessary unprecedented
    unprincipled unprovoked unreasonable unstable untrue unwarranted unworthy urgent useless vague valiant vicious vile
    vital weak wicked wise wonderful worrying worse worst worthless worthy wrong wrongful
    """
)
# What a thing or a party is called by.
LABELS = word_set(
    """
    abomination abuse aggression aggressor aggressors apartheid atrocity atrocities bandits barbarism betrayal bigotry
    bully bullies butcher butchers catastrophe charade coward cowards crime crimes criminal criminals cruelty demagogue
    dictator dictators disaster discrimination disgrace enemy enemies evil extremism extremist extremists failure
    farce fascism fascist fascists fiasco fraud genocide hatred hero heroes heroism hoax humiliation hypocrisy
    hypocrite hypocrites illusion imperialism injustice insult invaders joke justice killer killers lesson liar liars
    lie lies massacre massacres menace milestone mistake mockery monster monsters murderer murderers nightmare
    nonsense oppression oppressor oppressors outrage pariah patriot patriots persecution plot pretext propaganda
    provocation puppet puppets racism racist racists rebel rebels recklessness regime savagery scandal shame
    slaughter solidarity success terror terrorism terrorist terrorists threat thug thugs tragedy traitor traitors
    triumph tyranny tyrant tyrants victory villain warmonger warmongers
    """
)
# Adjectives that say a state which can be seen, not a judgement.
PLAIN = word_set(
    """
    able absent alive alone available aware born busy closed dead dry due empty equal estimated full halted higher home
    ill immune inside intact involved last late likely located lower missing new old online open operational out over
    pregnant present ready registered safe sick similar stable sure unable unavailable unaware unconscious unemployed
    unharmed unhurt unlikely unclear underway vacant valid wet
    """
)
