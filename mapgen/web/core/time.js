/**
 * Days as whole numbers since 1970-01-01 in the proleptic Gregorian calendar, negative before.
 * Years are astronomical: 0 is 1 BCE. The formulas are those of Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms".
 *
 * @typedef {{year: number, month: number, day: number}} Civil  month and day from 1
 */

const ERA_DAYS = 146097; // days in 400 years
const EPOCH = 719468; // days from 0000-03-01 to 1970-01-01

/**
 * @param {number} year
 * @param {number} month  from 1
 * @param {number} day  from 1
 * @returns {number} the day's number
 */
export function dayNumber(year, month = 1, day = 1) {
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * ERA_DAYS + yearOfEra * 365 + leapDays + dayOfYear - EPOCH;
}

/**
 * @param {number} number  of a day
 * @returns {Civil}
 */
export function civil(number) {
  const z = number + EPOCH;
  const era = Math.floor(z / ERA_DAYS);
  const dayOfEra = z - era * ERA_DAYS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) / 365,
  );
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - (365 * yearOfEra + leapDays);
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/**
 * @param {number} number  of a day
 * @returns {string} as in ISO 8601 and EDTF: 1946-04-17, -0043-03-15, Y-12000-01-01
 */
export function isoDay(number) {
  const { year, month, day } = civil(number);
  const digits = String(Math.abs(year)).padStart(4, "0");
  const sign = year < 0 ? "-" : "";
  const long = digits.length > 4 ? "Y" : "";
  return `${long}${sign}${digits}-${two(month)}-${two(day)}`;
}

/**
 * @param {number} year
 * @param {number} month  from 1
 * @returns {number} how many days the month has
 */
export function daysInMonth(year, month) {
  const [after, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return dayNumber(after, next) - dayNumber(year, month);
}

/** @param {number} n */
const two = (n) => String(n).padStart(2, "0");
