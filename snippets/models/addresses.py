def one_line_address(street: str, postcode: str, city: str) -> str:
    """„ul. Bema 60/1, 15-370 Białystok”, without the parts that are blank."""
    town = f"{postcode} {city}".strip()
    return ", ".join(part for part in (street, town) if part)
