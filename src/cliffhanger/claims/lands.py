"""Countries, regions and towns that articles name often: a series is sold to them and moves there, and none of them shows it."""

from __future__ import annotations

from cliffhanger.claims.names import fold
from cliffhanger.claims.patterns import regex

_LANDS = frozenset(
    fold(name)
    for name in """
    Africa, Albania, Algeria, America, Argentina, Armenia, Asia, Australia, Austria, Bahrain, Bangladesh, Belarus, Belgium,
    Bolivia, Bosnia, Brazil, Britain, Bulgaria, Cambodia, Canada, Catalonia, Chile, China, Colombia, Costa Rica, Croatia, Cuba,
    Cyprus, Czechia, Denmark, Dubai, Ecuador, Egypt, England, Estonia, Ethiopia, Europe, Finland, Flanders, France, Georgia,
    Germany, Ghana, Great Britain, Greece, Greenland, Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel,
    Italy, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Korea, Kosovo, Kuwait, Latin America, Latvia, Lebanon, Lithuania,
    Luxembourg, Macedonia, Malaysia, Malta, Mexico, Moldova, Mongolia, Montenegro, Morocco, Namibia, Nepal, Netherlands, New
    Zealand, Nigeria, North America, Northern Ireland, Norway, Oman, Pakistan, Panama, Paraguay, Peru, Philippines, Poland,
    Portugal, Puerto Rico, Qatar, Romania, Russia, Saudi Arabia, Scandinavia, Scotland, Senegal, Serbia, Singapore, Slovakia,
    Slovenia, South Africa, South America, South Korea, Southeast Asia, Spain, Sri Lanka, Sweden, Switzerland, Syria, Taiwan,
    Tanzania, Thailand, Tunisia, Turkey, Türkiye, Uganda, UK, Ukraine, United Kingdom, United States, Uruguay, US, USA, U.S, U.K,
    Venezuela, Vietnam, Wales, Zambia, Zimbabwe, Africa, the Balkans, Balkans, Baltics, Middle East, Nordics, Benelux,
    Alabama, Alaska, Arizona, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa,
    Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska,
    Nevada, New Jersey, New Mexico, New York, North Carolina, Ohio, Oklahoma, Oregon, Pennsylvania, South Carolina, Tennessee,
    Texas, Utah, Vermont, Virginia, Washington, Wisconsin, Wyoming, Alberta, British Columbia, Ontario, Quebec, Nova Scotia,
    Amsterdam, Atlanta, Athens, Barcelona, Beijing, Belfast, Berlin, Birmingham, Boston, Bristol, Brooklyn, Brussels, Bucharest,
    Budapest, Cannes, Cardiff, Chicago, Copenhagen, Cornwall, Dallas, Detroit, Dublin, Edinburgh, Geneva, Glasgow, Hamburg,
    Helsinki, Hollywood, Istanbul, Kent, Lagos, Las Vegas, Leeds, Lisbon, Liverpool, London, Los Angeles, Madrid, Manchester,
    Melbourne, Miami, Milan, Montreal, Moscow, Mumbai, Munich, Naples, New Orleans, Oslo, Oxford, Paris, Philadelphia, Pittsburgh,
    Prague, Reykjavik, Rome, San Diego, San Francisco, Seattle, Seoul, Shanghai, Sheffield, Stockholm, Sussex, Sydney, Tokyo,
    Toronto, Vancouver, Venice, Vienna, Warsaw, Wellington, Yorkshire, Zurich
    """.replace("\n", " ").split(",")
)
_LIKE_A_LAND = regex(
    r"(?:land|shire|ton|ham|burgh?|berg|ville|stan|mouth|pool|chester|caster|bury|ford|wick|dorf|ingen|Islands?|County|City|Town|"
    r"Village|Valley|Beach|Coast|Bay|Hills?|Heights|Park|Square|Street|Road|Lane|Avenue|Castle|Abbey)$"
)


def is_land(name: str) -> bool:
    """Say whether a name is one of a country, a region or a town that many articles name."""
    return fold(name.removeprefix("the ")) in _LANDS


def like_a_land(name: str) -> bool:
    """Say whether a name is a land's or ends as those of places do ("Cumberland", "Ashford", "Long Beach")."""
    return is_land(name) or _LIKE_A_LAND.search(name) is not None
