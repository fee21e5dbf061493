"""What is said and done in a bicycle workshop: sentences to put invented notes together."""

from dataclasses import dataclass

from customerbook.book.sample.draws import listed
from customerbook.model.interaction import Nature, Outcome


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """Sentences of one topic; `share` is how often it comes up beside the others.

    `{n}` stands for a number of three digits, `{p}` for one of two.
    """

    topic: str
    share: int
    nature: Nature
    matters: tuple[str, ...]
    deeds: tuple[str, ...]


SUBJECTS: tuple[Subject, ...] = (
    Subject(
        "E-bike battery",
        300,
        Nature.PROBLEM,
        (
            "The range went down by a third since last autumn.",
            "The display shows an error when the battery is cold.",
            "The battery does not click in any more.",
            "The charger blinks red after ten minutes.",
            "Motor stops on steep hills, battery half full.",
            "Wants to know how to store the battery over the winter.",
        ),
        (
            "Battery tested under load, {p} % left.",
            "Contacts cleaned and greased.",
            "New firmware on the motor, test ride of 5 km.",
            "Lock of the battery exchanged.",
            "Charger exchanged from stock.",
            "Sent to the manufacturer, number {n}-K.",
        ),
    ),
    Subject(
        "Brakes and gears",
        230,
        Nature.REQUEST,
        (
            "The rear brake squeals in the rain.",
            "The chain jumps on the small sprocket.",
            "The gear lever is stiff.",
            "The brake lever can be pulled to the bar.",
            "Rattles on cobbles, nobody knows where.",
            "Wants brakes and gears looked at before a tour.",
        ),
        (
            "Pads changed, disc cleaned.",
            "Chain and cassette changed, {n} km on the old ones.",
            "Cable and housing changed.",
            "Brake bled, lever set.",
            "Derailleur hanger straightened.",
            "Everything set anew, test ride done.",
        ),
    ),
    Subject(
        "Wheel building",
        170,
        Nature.REQUEST,
        (
            "The rear wheel wobbles.",
            "Two spokes broke on the way to work.",
            "Wants a light front wheel with a dynamo hub.",
            "The rim is worn, the mark cannot be seen.",
            "Hit a kerb, now there is a bump in the rim.",
        ),
        (
            "Trued to 0.2 mm, spokes stress-relieved.",
            "Spokes replaced, 2{p} mm long.",
            "Rim ordered, 32 holes.",
            "New wheel built and run in.",
            "Hub bearings exchanged on the way.",
        ),
    ),
    Subject(
        "Order and delivery",
        120,
        Nature.ORDER,
        (
            "Asks where the ordered parts are.",
            "Wants to have the bike brought home.",
            "Orders pedals and a saddle bag.",
            "The parcel came without the small parts.",
            "Wants the frame in green after all.",
        ),
        (
            "Order {n} is on its way, two more days.",
            "Ordered again, at our expense.",
            "Put aside until Saturday.",
            "Delivered with the cargo bike.",
            "Changed with the dealer by phone.",
        ),
    ),
    Subject(
        "Fahrradgepäckträgerbefestigung",
        45,
        Nature.PROBLEM,
        (
            "The rack came loose with the child seat on it.",
            "Screw of the rack broke off in the frame.",
            "The rack does not fit the new mudguards.",
        ),
        (
            "Drilled out, thread cut anew, new screw.",
            "Fitted with spacers, load explained.",
            "Other stays ordered.",
        ),
    ),
    Subject(
        "Opening hours",
        40,
        Nature.ENQUIRY,
        (
            "Asked whether we are open between the holidays.",
            "Came at noon, we were closed for the inventory.",
            "Asks until when a bike can be collected on Saturdays.",
        ),
        ("Told the hours.", "Key box for late collectors explained.", "Noted on the website."),
    ),
    Subject(
        "Puncture",
        90,
        Nature.REQUEST,
        (
            "Flat tyre in front, pushed the bike here.",
            "Third puncture this month in the same tyre.",
            "Tubeless tyre loses air overnight.",
            "A shard in the rear tyre.",
        ),
        (
            "Tube changed, tyre searched.",
            "New tyre with better protection, {p} g heavier.",
            "Sealant renewed, valve cleaned.",
            "Mended while waiting.",
        ),
    ),
    Subject(
        "Lights",
        55,
        Nature.PROBLEM,
        (
            "The rear light is dead after the rain.",
            "Front light flickers at walking speed.",
            "Was stopped by the police without a light.",
        ),
        ("Cable replaced.", "New rear light with standlight.", "Dynamo measured, 4{p} mA, fine."),
    ),
    Subject(
        "Bike leasing",
        60,
        Nature.ENQUIRY,
        (
            "Asks what leasing costs a month.",
            "Employer changed, what becomes of the bike?",
            "Leasing ends in spring, wants to keep the bike.",
        ),
        ("Reckoned it out: € {p} a month.", "Papers sent.", "Portal explained, offer released."),
    ),
    Subject(
        "Cargo bikes",
        55,
        Nature.ENQUIRY,
        (
            "Test ride with two children and the dog.",
            "The rain cover lets water in at the seam.",
            "Steering has play since the kerb.",
        ),
        ("Lent for the weekend, deposit € {n}.", "Seam sealed.", "Linkage exchanged, greased."),
    ),
    Subject(
        "Bike fitting",
        35,
        Nature.REQUEST,
        (
            "Numb hands after an hour.",
            "Knee hurts on the outside.",
            "New saddle wanted, the old one is too narrow.",
        ),
        ("Saddle 8 mm back, bar turned.", "Insoles tried, cleats moved.", "Sit bones measured."),
    ),
    Subject(
        "Children’s bikes",
        35,
        Nature.ORDER,
        ("Outgrew the 16 inch bike.", "First bike for the birthday.", "Brake too stiff for her."),
        ("Old bike taken back for € {p}.", "Put aside with a bow.", "Smaller levers fitted."),
    ),
    Subject(
        "Winter service",
        50,
        Nature.REQUEST,
        ("Wants the winter service.", "Studded tyres on.", "Studded tyres off again."),
        ("Done, list in the saddle bag.", "Chain 0.{p} % worn, still good.", "Bearings greased."),
    ),
    Subject(
        "Invoice",
        30,
        Nature.REQUEST,
        ("Needs the invoice again.", "The company’s name is missing on the bill."),
        ("Copy of {n} sent.", "Written anew with the right address."),
    ),
    Subject(
        "Guarantee",
        25,
        Nature.COMPLAINT,
        (
            "The new chain broke after three weeks.",
            "Paint peels off below the lock.",
            "It was repaired last month and creaks again.",
            "The promised day was missed.",
        ),
        (
            "Exchanged without a word.",
            "Photo sent to the manufacturer, case {n}.",
            "Apologised, voucher given.",
        ),
    ),
    Subject(
        "Accessories",
        45,
        Nature.ENQUIRY,
        ("Looks for panniers.", "Which lock for the station?", "Helmet for a large head."),
        ("Tried three, took the second.", "Bought for € {n}.", "Comes back at the weekend."),
    ),
    Subject(
        "Second-hand",
        25,
        Nature.ENQUIRY,
        ("Offers a used trekking bike.", "Looks for a bike for the station."),
        ("Bought for € {n}.", "Put on the list.", "Nothing fitting at the moment."),
    ),
)

CLOSINGS: dict[Outcome, tuple[str, ...]] = {
    Outcome.RESOLVED: (
        "",
        "Test ride together, fine.",
        "Paid and taken along.",
        "Collected in the evening.",
        "Pleased.",
        "Explained how to look after it.",
    ),
    Outcome.PROMISED: (
        "Ready by the weekend.",
        "We ring as soon as it is done.",
        "Part comes next week, then at once.",
        "Quote by tomorrow evening.",
    ),
    Outcome.TO_FOLLOW_UP: (
        "To be asked again in two weeks.",
        "Wants to think about it.",
        "Price to be asked first.",
    ),
    Outcome.NO_ANSWER: ("No answer.", "No answer, tried twice.", "Message left."),
    Outcome.INFORMATION: ("", "Flyer taken along.", "Will come by."),
}

PROMISES = (
    "Ring when the bike is ready",
    "Bike ready to be collected",
    "Quote sent",
    "Part ordered and fitted",
    "Wheel trued and tested",
    "Answer about the guarantee",
    "Replacement bike for the weekend",
)

TASKS = (
    "Ask whether everything is fine",
    "Ask about the quote",
    "Price from the dealer",
    "Offer the winter service",
    "Send the leasing papers",
)

PRIVATE = (
    "Haggles; stay friendly and firm.",
    "Pays late: ask for a deposit.",
    "Knows a lot, explain little.",
    "Going through a hard time, be kind.",
    "Said the other shop was rude.",
    "Discount of 5 % agreed with Martha.",
    "Son works at the newspaper.",
)

CAUSES: tuple[tuple[str, str, str], ...] = (
    ("Wheel wobbles after truing", "Wheel built anew", "Spokes are stress-relieved twice"),
    ("Promised day missed", "Apologised, brought the bike home", "Parts counted before promising"),
    ("Battery range too short", "Battery tested and exchanged", "Range told for winter too"),
    ("Wrong part ordered", "Exchanged at our expense", "Frame number on every order"),
    ("Creaks after repair", "Looked at again at once", "Longer test ride before handing over"),
    ("Bill higher than told", "Difference paid back", "Ring before it costs more"),
)

ARTICLES: tuple[tuple[str, int], ...] = (
    ("Tube", 7_90),
    ("Tyre 40 mm", 44_90),
    ("Chain", 32_00),
    ("Brake pads, pair", 14_90),
    ("Service, large", 119_00),
    ("Service, small", 59_00),
    ("Lock", 89_95),
    ("Helmet", 79_95),
    ("Panniers, pair", 129_00),
    ("Rear light", 39_90),
    ("Wheel, hand-built", 389_00),
    ("Battery 500 Wh", 649_00),
    ("City bike", 899_00),
    ("E-bike", 3_290_00),
)

REMARKS = (
    "Likes coffee while waiting.",
    "Rides all year.",
    "Prefers the old saddle.",
    "Comes with the dog.",
    "Collects stamps of mountain passes.",
    "Training for the Ötztal marathon.",
    "Left-handed: brake levers swapped.",
    "Bike stands in the yard, code at the gate.",
    "Never on Mondays.",
    "No leather, please.",
)

TAGS = (
    "commuter",
    "e-bike",
    "family",
    "racer",
    "cargo bike",
    "leasing",
    "student",
    "senior",
    "club",
    "service plan",
    "traveller",
)

BIKES = ("City", "Trekking", "Gravel", "Road", "E-trekking", "Cargo", "Folding", "Mountain")

ORGANISATIONS = (
    "Bäckerei {family}",
    "{family} Logistik GmbH",
    "Architekturbüro {family}",
    "Praxis Dr. {family}",
    "Hotel {place}",
    "Grundschule {place}",
    "Café {place}",
    "Kita {place}",
    "Hausverwaltung {family} GbR",
    "Radsportfreunde {place} e. V.",
    "Pizzeria {place}",
    "Gärtnerei {family} & Töchter",
)

PLACES = listed(
    "Abendrot, Am Anger, Alpenblick, Bergmann, Central, Drei Linden, Eulennest, Glück, "
    "Hirschgarten, Isarauen, Kastanie, Lerchenfeld, Mühlbach, Nordlicht, Olympia, Purzelbaum, "
    "Regenbogen, Schlosspark, Tölzer Hof, Untergiesing, Veronika, Westkreuz, Zamdorf"
)
