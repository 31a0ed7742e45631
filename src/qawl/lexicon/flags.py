"""What a word may be, as bits: a word of Arabic news is often several things at once."""

PREPOSITION = 1 << 0
CONJUNCTION = 1 << 1
SUBORDINATOR = 1 << 2
RELATIVE = 1 << 3
DEMONSTRATIVE = 1 << 4
PRONOUN = 1 << 5
NEGATION = 1 << 6
ADVERB = 1 << 7
AUXILIARY = 1 << 8
INTERROGATIVE = 1 << 9
PARTICLE = 1 << 10
CONNECTIVE = 1 << 11

ROLE = 1 << 12  # heads a role phrase: وزير, متحدث
HONORIFIC = 1 << 13  # stands before a name: الدكتور, معالي
UNNAMED = 1 << 14  # speaks without a name: مصدر, شهود
GIVEN = 1 << 15
FAMILY = 1 << 16
NAME_PARTICLE = 1 << 17

NOUN = 1 << 18
EVENT = 1 << 19
DOCUMENT = 1 << 20
OCCASION = 1 << 21
INSTITUTION = 1 << 22
MEDIUM_HEAD = 1 << 23
HUMAN = 1 << 24
PLACE = 1 << 25
TIME = 1 << 26
THING = 1 << 27
SPEECH = 1 << 28
FEELING = 1 << 29

ADJECTIVE = 1 << 30
DEMONYM = 1 << 31
STATE = 1 << 32
CITY = 1 << 33
SEAT = 1 << 34
BODY = 1 << 35
MEDIUM = 1 << 36
VERB = 1 << 37  # looks like an imperfect verb
AMBIGUOUS_NAME = 1 << 38  # a given name that is also an ordinary word: سعيد, أمل
COMMON_MEDIUM = 1 << 39  # a medium whose name is an ordinary word: اليوم, الحياة

PERSONAL = ROLE | HONORIFIC | UNNAMED | HUMAN
NAME = GIVEN | FAMILY
PARTY = STATE | SEAT | BODY | CITY | MEDIUM
FUNCTION = (
    PREPOSITION
    | CONJUNCTION
    | SUBORDINATOR
    | RELATIVE
    | DEMONSTRATIVE
    | PRONOUN
    | NEGATION
    | AUXILIARY
    | INTERROGATIVE
    | PARTICLE
)
GRAMMAR = FUNCTION | ADVERB | CONNECTIVE
ABSTRACT = EVENT | SPEECH | FEELING | THING

NOUN_CLASSES = {
    "event": EVENT,
    "document": DOCUMENT,
    "occasion": OCCASION,
    "institution": INSTITUTION,
    "medium": MEDIUM_HEAD,
    "human": HUMAN,
    "place": PLACE,
    "time": TIME,
    "thing": THING,
    "speech": SPEECH,
    "feeling": FEELING,
}
FUNCTION_CLASSES = {
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "subordinator": SUBORDINATOR,
    "complementizer": 0,  # told apart by `Word.complementizer`
    "relative": RELATIVE,
    "demonstrative": DEMONSTRATIVE,
    "pronoun": PRONOUN,
    "negation": NEGATION,
    "particle": PARTICLE,
    "adverb": ADVERB,
    "interrogative": INTERROGATIVE,
    "auxiliary": AUXILIARY,
    "connective": CONNECTIVE,
}
TITLE_USES = {"role": ROLE, "honorific": HONORIFIC, "unnamed": UNNAMED | ROLE}
