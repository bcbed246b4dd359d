"""The names that the graph uses; what they mean stands in `ontology/policygraph.ttl`."""

from pyoxigraph import NamedNode

from ...model.entity import EntityType
from ...model.identity import BASE
from ...model.statement import Polarity, Predicate

ONTOLOGY = "https://w3id.org/policygraph#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
ORG = "http://www.w3.org/ns/org#"
SKOS = "http://www.w3.org/2004/02/skos/core#"

# The graphs that are not a letter's own.
DERIVED = NamedNode(f"{BASE}graph/derived")
SOURCES = NamedNode(f"{BASE}graph/sources")
VOCABULARY = NamedNode(f"{BASE}graph/vocabulary")
JUDGEMENTS = NamedNode(f"{BASE}graph/judgements")

TYPE = NamedNode(f"{RDF}type")
SUBJECT = NamedNode(f"{RDF}subject")
PREDICATE = NamedNode(f"{RDF}predicate")
OBJECT = NamedNode(f"{RDF}object")
SEQUENCE = NamedNode(f"{RDF}Seq")
XSD_INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
XSD_DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")

# Letters and their correspondents
LETTER = NamedNode(f"{ONTOLOGY}Letter")
TEXT = NamedNode(f"{ONTOLOGY}text")
ANCHORS = NamedNode(f"{ONTOLOGY}anchors")
DATE = NamedNode(f"{ONTOLOGY}date")
REFERENCE = NamedNode(f"{ONTOLOGY}reference")
SUBJECT_LINE = NamedNode(f"{ONTOLOGY}subjectLine")
OCR = NamedNode(f"{ONTOLOGY}ocr")
CORRESPONDENT = NamedNode(f"{ONTOLOGY}Correspondent")
SENDER = NamedNode(f"{ONTOLOGY}sender")
RECIPIENT = NamedNode(f"{ONTOLOGY}recipient")
COPIED_TO = NamedNode(f"{ONTOLOGY}copiedTo")
POSITION = NamedNode(f"{ONTOLOGY}position")
OFFICE_NAME = NamedNode(f"{ONTOLOGY}officeName")
ORGANISATION_NAME = NamedNode(f"{ONTOLOGY}organisationName")
PERSON = NamedNode(f"{ONTOLOGY}person")
OFFICE = NamedNode(f"{ONTOLOGY}office")
ORGANISATION = NamedNode(f"{ONTOLOGY}organisation")
SENT_BY = NamedNode(f"{ONTOLOGY}sentBy")
SENT_TO = NamedNode(f"{ONTOLOGY}sentTo")
MENTIONS = NamedNode(f"{ONTOLOGY}mentions")
CITES = NamedNode(f"{ONTOLOGY}cites")
REPLIES_TO = NamedNode(f"{ONTOLOGY}repliesTo")

# Everything that is held, and entities
HELD = NamedNode(f"{ONTOLOGY}PolicyGraph")
ENTITY = NamedNode(f"{ONTOLOGY}Entity")
ENTITY_CLASSES = {kind: NamedNode(f"{ONTOLOGY}{kind.capitalize()}") for kind in EntityType}
NAME = NamedNode(f"{ONTOLOGY}name")
LABEL = NamedNode(f"{ONTOLOGY}label")
FORM = NamedNode(f"{ONTOLOGY}form")
RECOGNISER = NamedNode(f"{ONTOLOGY}recogniser")
MENTIONED_AT = NamedNode(f"{ONTOLOGY}mentionedAt")

# The directory: what is the same over letters has one entry
SHOWN_AS = NamedNode(f"{ONTOLOGY}shownAs")
SHOWN_NAME = NamedNode(f"{ONTOLOGY}shownName")
KIND = NamedNode(f"{ONTOLOGY}kind")
NAME_KEY = NamedNode(f"{ONTOLOGY}nameKey")
ANYTHING = NamedNode(f"{ONTOLOGY}Anything")
FORM_KEY = NamedNode(f"{ONTOLOGY}formKey")

# Statements and their evidence
STATEMENT_CLASSES = {
    Polarity.AFFIRMED: NamedNode(f"{ONTOLOGY}Statement"),
    Polarity.DENIED: NamedNode(f"{ONTOLOGY}Denial"),
    Polarity.ENDED: NamedNode(f"{ONTOLOGY}Ending"),
}
MEMBERSHIP = NamedNode(f"{ORG}Membership")
MEMBER = NamedNode(f"{ORG}member")
RELATIONS = {predicate: NamedNode(f"{ONTOLOGY}{predicate}") for predicate in Predicate}
RULE = NamedNode(f"{ONTOLOGY}rule")
CONFIDENCE = NamedNode(f"{ONTOLOGY}confidence")
SINCE = NamedNode(f"{ONTOLOGY}since")
UNTIL = NamedNode(f"{ONTOLOGY}until")
CONDITION = NamedNode(f"{ONTOLOGY}condition")
EVIDENCE = NamedNode(f"{ONTOLOGY}evidence")
PASSAGE = NamedNode(f"{ONTOLOGY}Passage")
IN_LETTER = NamedNode(f"{ONTOLOGY}inLetter")
START = NamedNode(f"{ONTOLOGY}start")
END = NamedNode(f"{ONTOLOGY}end")
QUOTE = NamedNode(f"{ONTOLOGY}quote")
PAGE = NamedNode(f"{ONTOLOGY}page")

# Asks, commitments, positions and figures
ASK = NamedNode(f"{ONTOLOGY}Ask")
COMMITMENT = NamedNode(f"{ONTOLOGY}Commitment")
STANCE_CLASS = NamedNode(f"{ONTOLOGY}Position")
FIGURE = NamedNode(f"{ONTOLOGY}Figure")
WORDS = NamedNode(f"{ONTOLOGY}words")
ASKED_BY = NamedNode(f"{ONTOLOGY}askedBy")
ASKED_OF = NamedNode(f"{ONTOLOGY}askedOf")
PROMISED_BY = NamedNode(f"{ONTOLOGY}promisedBy")
ABOUT = NamedNode(f"{ONTOLOGY}about")
DUE = NamedNode(f"{ONTOLOGY}due")
PROCEDURAL = NamedNode(f"{ONTOLOGY}procedural")
REPORTED = NamedNode(f"{ONTOLOGY}reported")
STRENGTH = NamedNode(f"{ONTOLOGY}strength")
STANCE = NamedNode(f"{ONTOLOGY}stance")
STANCE_OF = NamedNode(f"{ONTOLOGY}stanceOf")
STANCE_ON = NamedNode(f"{ONTOLOGY}stanceOn")
VALUE = NamedNode(f"{ONTOLOGY}value")
UPPER = NamedNode(f"{ONTOLOGY}upper")
UNIT = NamedNode(f"{ONTOLOGY}unit")
COUNTS = NamedNode(f"{ONTOLOGY}counts")
PERIOD = NamedNode(f"{ONTOLOGY}period")
ACCORDING_TO = NamedNode(f"{ONTOLOGY}accordingTo")

# Mentions of other letters, and problems to check
LETTER_CITATION = NamedNode(f"{ONTOLOGY}LetterCitation")
DESCRIBED = NamedNode(f"{ONTOLOGY}described")
BY_ADDRESSEE = NamedNode(f"{ONTOLOGY}byAddressee")
ANSWERED = NamedNode(f"{ONTOLOGY}answered")
CITED_DATE = NamedNode(f"{ONTOLOGY}citedDate")
ADDRESSEE = NamedNode(f"{ONTOLOGY}addressee")
PROBLEM = NamedNode(f"{ONTOLOGY}Problem")
MESSAGE = NamedNode(f"{ONTOLOGY}message")

# Links between letters
LINK_GRAPH = NamedNode(f"{ONTOLOGY}LinkGraph")
SAME_ENTITY = NamedNode(f"{ONTOLOGY}SameEntity")
SAME_AS = NamedNode(f"{ONTOLOGY}sameAs")
CONCERNS = NamedNode(f"{ONTOLOGY}concerns")
WHY = NamedNode(f"{ONTOLOGY}why")
REPLY = NamedNode(f"{ONTOLOGY}Reply")
DAYS = NamedNode(f"{ONTOLOGY}days")
ADDRESSEE_NAME = NamedNode(f"{ONTOLOGY}addresseeName")
REPLIER_NAME = NamedNode(f"{ONTOLOGY}replierName")
INFERRED_SENDER = NamedNode(f"{ONTOLOGY}InferredSender")
LETTER_NOT_HELD = NamedNode(f"{ONTOLOGY}LetterNotHeld")
WRITTEN_ON = NamedNode(f"{ONTOLOGY}writtenOn")
WRITTEN_BY = NamedNode(f"{ONTOLOGY}writtenBy")
WRITTEN_TO = NamedNode(f"{ONTOLOGY}writtenTo")
PROMISE_RETURN = NamedNode(f"{ONTOLOGY}PromiseReturn")
RETURNS_TO = NamedNode(f"{ONTOLOGY}returnsTo")
ANSWER = NamedNode(f"{ONTOLOGY}Answer")
TO_ASK = NamedNode(f"{ONTOLOGY}toAsk")
STATUS = NamedNode(f"{ONTOLOGY}status")
SUGGESTED_STATUS = NamedNode(f"{ONTOLOGY}suggestedStatus")
SUGGESTED_WHY = NamedNode(f"{ONTOLOGY}suggestedWhy")
STANDING = NamedNode(f"{ONTOLOGY}standing")
SAME_ASK = NamedNode(f"{ONTOLOGY}SameAsk")
ASK_PARTIES = NamedNode(f"{ONTOLOGY}AskParties")
PARTIES_OF = NamedNode(f"{ONTOLOGY}partiesOf")
ASKING_SIDE = NamedNode(f"{ONTOLOGY}askingSide")
ASKED_SIDE = NamedNode(f"{ONTOLOGY}askedSide")
ASKED_BY_WORDS = NamedNode(f"{ONTOLOGY}askedByWords")
ASKED_OF_WORDS = NamedNode(f"{ONTOLOGY}askedOfWords")
ASKS_AGAIN = NamedNode(f"{ONTOLOGY}asksAgain")

# What analysts have said
JUDGEMENT = NamedNode(f"{ONTOLOGY}Judgement")
JUDGED = NamedNode(f"{ONTOLOGY}Judged")
JUDGES = NamedNode(f"{ONTOLOGY}judges")
VERDICT = NamedNode(f"{ONTOLOGY}verdict")
JUDGED_BY = NamedNode(f"{ONTOLOGY}judgedBy")
JUDGED_AT = NamedNode(f"{ONTOLOGY}judgedAt")
GIVEN_VALUE = NamedNode(f"{ONTOLOGY}givenValue")
STANDS_IN = NamedNode(f"{ONTOLOGY}standsIn")
UNDOES = NamedNode(f"{ONTOLOGY}undoes")
HAS_JUDGEMENT = NamedNode(f"{ONTOLOGY}hasJudgement")
HAS_NOTE = NamedNode(f"{ONTOLOGY}hasNote")

# Sources, and what each held
SOURCE = NamedNode(f"{ONTOLOGY}Source")
PATH = NamedNode(f"{ONTOLOGY}path")
CHECKSUM = NamedNode(f"{ONTOLOGY}checksum")
READER = NamedNode(f"{ONTOLOGY}reader")
HOLDING = NamedNode(f"{ONTOLOGY}Holding")
IN_SOURCE = NamedNode(f"{ONTOLOGY}inSource")
HOLDS_LETTER = NamedNode(f"{ONTOLOGY}holdsLetter")
VARIANT = NamedNode(f"{ONTOLOGY}variant")
SET_ASIDE = NamedNode(f"{ONTOLOGY}setAside")
VERSION = NamedNode(f"{ONTOLOGY}version")

# The vocabulary
PREF_LABEL = NamedNode(f"{SKOS}prefLabel")
ALT_LABEL = NamedNode(f"{SKOS}altLabel")
BROADER = NamedNode(f"{SKOS}broader")
EXACT_MATCH = NamedNode(f"{SKOS}exactMatch")
NOTATION = NamedNode(f"{SKOS}notation")
ACRONYM = NamedNode(f"{ONTOLOGY}acronym")
COUNTRY = NamedNode(f"{ONTOLOGY}country")
OFFICE_IN = RELATIONS[Predicate.OFFICE_IN]


def to_member(number: int) -> NamedNode:
    """Return RDF's property for the `number`-th member of a container, counted from 1."""
    return NamedNode(f"{RDF}_{number}")
