"""A small invented correspondence: letters, replies, and letters that look like one."""

ASKING = """Ministry of Transport
10 Mill Lane
London

4 March 2020

Dear Minister,

I am writing about the Village Bus Scheme (VBS). The VBS must be kept. I would be grateful for your reply.

Yours sincerely,

Commissioner for Older Travellers
"""

LETTER = """Bus Friends
2 High Street
Leeds LS1 4AB

4 March 2020

Rt Hon Robert Hale MP
Minister for Buses
Department for Transport
London SW1P 4DR

Our ref: BF/77/2020

Dear Minister,

I am writing about the Village Bus Scheme (VBS). The VBS must be kept, and I ask you to keep it.

Yours sincerely,

Helen Marsh
Director
Bus Friends
"""

REPLY = """Department for Transport
Great Minster House
London SW1P 4DR

Helen Marsh
Director
Bus Friends
2 High Street
Leeds LS1 4AB

3 April 2020

Dear Helen,

Thank you for your letter of 4 March about buses. The Village Bus Service (VBS) is under review. The VBS is liked.

Yours sincerely,

Robert Hale MP
Minister for Buses
"""

OFFICIAL_REPLY = REPLY.replace("Robert Hale MP\nMinister for Buses", "James Cook\nDirector of Local Transport\nDepartment for Transport")

OTHER_WRITER = LETTER.replace("Helen Marsh", "Peter Frost").replace("Bus Friends", "Rail Action")
