//! The laws of series, each as a sentence.

mod expand;
