//! The results as tables.

use std::fmt::Write;

use crate::figures::Figures;
use crate::run::{Measured, Session, Times};

/// A line that tells how a session went, while others are still to come.
pub(crate) fn line(session: &Session) -> String {
    let work = figures(session, |step| !step.step.is_floor(), Times::work);
    format!(
        "{} {}: {} in {} repetitions",
        session.size,
        session.view,
        work.map_or_else(String::new, |f| format!(
            "p50 {:.1} p95 {:.1} max {:.1} ms ({} of {})",
            f.p50, f.p95, f.max, f.n, session.planned
        )),
        session.repetitions
    )
}

/// All of it as Markdown.
pub(crate) fn markdown(sessions: &[Session]) -> String {
    let mut text = String::new();
    // A string takes all that is written.
    let _ = opening(&mut text, sessions);
    let _ = interactions(&mut text, sessions);
    let _ = kinds(&mut text, sessions);
    text
}

const MB: f64 = 1e6;

fn opening(text: &mut String, sessions: &[Session]) -> std::fmt::Result {
    writeln!(text, "\n### Opening\n")?;
    writeln!(
        text,
        "| records | view | file MB | parse ms | index ms | opened ms | longest block | mounted and painted ms | longest block | memory MB | catalogue MB | index MB | nodes | fixed loop ms |"
    )?;
    writeln!(text, "|{}", " ---: |".repeat(14))?;
    for Session { size, view, opened, spins, .. } in sessions {
        let least = spins.iter().copied().fold(f64::INFINITY, f64::min);
        let most = spins.iter().copied().fold(0.0, f64::max);
        writeln!(
            text,
            "| {size} | {view} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {} | {least:.0}–{most:.0} |",
            opened.bytes / MB,
            opened.parse,
            opened.index,
            opened.open,
            opened.open_block,
            opened.mount,
            opened.mount_block,
            opened.memory / MB,
            opened.parsed_bytes / MB,
            opened.index_bytes / MB,
            opened.nodes,
        )?;
    }
    Ok(())
}

fn interactions(text: &mut String, sessions: &[Session]) -> std::fmt::Result {
    writeln!(text, "\n### From the event to the painted frame, ms\n")?;
    writeln!(
        text,
        "| records | view | n | p50 | p95 | max | script p50 / p95 | frame p50 / p95 | later p95 / max | unseen | same words p50 | nothing p50 | nodes at most |"
    )?;
    writeln!(text, "|{}", " ---: |".repeat(13))?;
    for session in sessions {
        let asked = |step: &Measured| !step.step.is_floor();
        let of = |time: fn(&Times) -> f64| figures(session, asked, time);
        let (Some(work), Some(script), Some(render), Some(after)) = (
            of(Times::work),
            of(|times| times.script),
            of(|times| times.render),
            of(|times| times.after),
        ) else {
            continue;
        };
        let floor = |kind| {
            let work = figures(session, |step| step.step.kind == kind, Times::work);
            work.map_or_else(|| "–".to_owned(), |work| format!("{:.1}", work.p50))
        };
        let late: f64 = session.steps.iter().map(|step| step.times.late).sum();
        let nodes = session.steps.iter().map(|step| step.times.nodes).fold(0.0, f64::max);
        writeln!(
            text,
            "| {} | {} | {} | {:.1} | {:.1} | {:.1} | {:.1} / {:.1} | {:.1} / {:.1} | {:.1} / {:.1} | {late:.0} | {} | {} | {nodes} |",
            session.size,
            session.view,
            work.n,
            work.p50,
            work.p95,
            work.max,
            script.p50,
            script.p95,
            render.p50,
            render.p95,
            after.p95,
            after.max,
            floor("same words"),
            floor("nothing"),
        )?;
    }
    Ok(())
}

fn kinds(text: &mut String, sessions: &[Session]) -> std::fmt::Result {
    writeln!(text, "\n### By kind, p50 / p95 / max ms (how many)\n")?;
    let mut kinds: Vec<&str> = Vec::new();
    for step in sessions.iter().flat_map(|session| &session.steps) {
        if !kinds.contains(&step.step.kind) {
            kinds.push(step.step.kind);
        }
    }
    writeln!(text, "| records | view | {} |", kinds.join(" | "))?;
    writeln!(text, "| ---: | ---: |{}", " ---: |".repeat(kinds.len()))?;
    for session in sessions {
        write!(text, "| {} | {} |", session.size, session.view)?;
        for kind in &kinds {
            match figures(session, |step| step.step.kind == *kind, Times::work) {
                Some(f) => write!(text, " {:.1} / {:.1} / {:.1} ({}) |", f.p50, f.p95, f.max, f.n)?,
                None => write!(text, " – |")?,
            }
        }
        writeln!(text)?;
    }
    Ok(())
}

fn figures(
    session: &Session,
    counts: impl Fn(&Measured) -> bool,
    time: impl Fn(&Times) -> f64,
) -> Option<Figures> {
    let steps = session.steps.iter().filter(|step| counts(step));
    Figures::of(steps.map(|step| time(&step.times)))
}
