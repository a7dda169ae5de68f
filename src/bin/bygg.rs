//! The program of the builder of snippets, `bygg/`.

fn main() {
    partneratlas::bygg::start();
}
