//! Tables as Parquet files of a folder.

use std::fs::{self, File};
use std::path::Path;

use okrkit::Plan;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use super::{PlanTables, from_tables, to_tables};
use crate::issue::TableError;

/// Writes a plan as Parquet files into a folder, which is made if it is not there: `plan.parquet`, `cycles.parquet`, `teams.parquet`,
/// `objectives.parquet`, `key_results.parquet`, `check_ins.parquet`, `links.parquet`. Files of these names are replaced.
///
/// # Errors
/// What the file system or Parquet says.
pub fn write_parquet(folder: &Path, plan: &Plan) -> Result<(), TableError> {
    fs::create_dir_all(folder)?;
    for (name, batches) in to_tables(plan)?.each() {
        let Some(first) = batches.first() else { continue };
        let file = File::create(folder.join(name).with_extension("parquet"))?;
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let mut writer = ArrowWriter::try_new(file, first.schema(), Some(properties))?;
        for batch in batches {
            writer.write(batch)?;
        }
        writer.close()?;
    }
    Ok(())
}

/// Reads a plan from the Parquet files of a folder. `teams`, `check_ins` and `links` may be missing.
///
/// # Errors
/// What the file system or Parquet says, or what is wrong with the tables, or with the plan they make.
pub fn read_parquet(folder: &Path) -> Result<Plan, TableError> {
    let mut tables = PlanTables::default();
    for (name, batches) in tables.each_mut() {
        let path = folder.join(name).with_extension("parquet");
        if matches!(name, "teams" | "check_ins" | "links") && !path.exists() {
            continue;
        }
        let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(path)?)?.build()?;
        for batch in reader {
            batches.push(batch?);
        }
    }
    from_tables(&tables)
}
