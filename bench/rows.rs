//! Rows scored a second by the engine as a native program: `rows DEFINITION BYTES`, a line of JSON for each layout.
#![expect(clippy::print_stdout, reason = "a benchmark speaks on the terminal")]
use std::error::Error;
use std::time::Instant;

use rapport::{Instrument, Layout};

const ROUNDS: usize = 21;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1).filter(|arg| !arg.starts_with("--"));
    let (Some(definition), Some(bytes)) = (args.next(), args.next()) else {
        return Err(
            "rows DEFINITION BYTES, the bytes column by column; `cargo xtask bench` makes both".into()
        );
    };
    let instrument = Instrument::read(&std::fs::read_to_string(definition)?)?;
    let columns = std::fs::read(bytes)?;
    let items = instrument.items().len();
    let rows = columns.len().checked_div(items).ok_or("no items")?;
    let by_row: Vec<u8> = (0..rows).flat_map(|row| columns.iter().skip(row).step_by(rows)).copied().collect();
    for (layout, name, answers) in [(Layout::Columns, "columns", &columns), (Layout::Rows, "rows", &by_row)] {
        let mut batch = instrument.batch(layout, 0xff)?;
        let scales = batch.scales().len();
        let (mut scores, mut statuses) = (vec![0.0; rows * scales], vec![0; rows * scales]);
        let mut seconds = Vec::new();
        for _ in 0..ROUNDS {
            let start = Instant::now();
            batch.score(rows, answers, &mut scores, &mut statuses)?;
            seconds.push(start.elapsed().as_secs_f64());
        }
        let sums: Vec<f64> =
            scores.chunks(rows).map(|scores| scores.iter().filter(|score| !score.is_nan()).sum()).collect();
        println!(r#"{{ "name": "Rapport, native, {name}", "seconds": {seconds:?}, "sums": {sums:?} }}"#);
    }
    Ok(())
}
