//! The published JSON Schema is that of the types.
#![cfg(feature = "tool")]

use std::fs;

use partneratlas::catalogue::Document;

#[test]
fn the_schema_beside_the_seeds_is_that_of_the_types() {
    let schema =
        serde_json::to_string_pretty(&schemars::schema_for!(Document)).expect("a schema is JSON");
    let written =
        fs::read_to_string("seeds/catalogue.schema.json").expect("the schema is committed");
    assert!(written.trim() == schema, "the types have changed: run `cargo xtask schema`");
}
