package io.factuur.scope;

/** What an address is for. */
enum AddressPurpose {
    BILL_TO,
    SOLD_TO,
    SHIP_TO
}
